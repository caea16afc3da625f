# W2/W3 with SciPy's solve_ivp; the right-hand side is numpy's product, the same BLAS as the C++ peers' where numpy was built on it.
import os, sys, time; os.environ.setdefault("OPENBLAS_NUM_THREADS","1")
import numpy as np
from scipy.integrate import solve_ivp
R=os.environ.get("PEERS",".")+"/data/"
def run(w,label,n,times,method,rtol,reps):
    d=np.fromfile(R+w+".bin"); S=d[:n*n].reshape(n,n); y0=d[n*n:]; ref=np.fromfile(R+w+".ref").reshape(len(times),2*n*n); calls=[0]
    def f(t,x):
        A=x[:n*n].reshape(n,n); B=x[n*n:].reshape(n,n); E=S-A@B; calls[0]+=1; o=np.empty_like(x); np.matmul(E,B.T,out=o[:n*n].reshape(n,n)); np.matmul(A.T,E,out=o[n*n:].reshape(n,n)); return o
    ts=[];cs=[]
    for _ in range(reps):
        calls[0]=0; a=time.perf_counter(); b=time.process_time(); r=solve_ivp(f,(0,times[-1]),y0,method=method,rtol=rtol,atol=rtol*1e-3,t_eval=times); ts.append(time.perf_counter()-a); cs.append(time.process_time()-b)
    e=np.abs(r.y.T-ref); print(f"{label},scipy,solve_ivp-{method},{rtol:.0e},1,1,{np.median(ts):.6g},{np.median(cs):.6g},{calls[0]},{e.max():.3e},{e[-1].max():.3e},{np.sqrt((e**2).mean()):.3e}",flush=True)
for w,label,n in (("w2_64","W2_64",64),("w2_256","W2_256",256)):
    times=[60.0*k/200 for k in range(1,201)]
    for method in ("RK45","DOP853"):
        for rtol in (1e-5,1e-6,1e-7): run(w,label,n,times,method,rtol,5 if n==64 else 3)
if "--stiff" in sys.argv: run("w3_32","W3_32",32,[2000.0*2.0**(k-15) for k in range(16)],"LSODA",1e-6,1)
