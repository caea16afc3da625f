# W1 with SciPy (per trajectory, and all trajectories as one numpy system) and, where numba is installed, with a hand-written DP5(4).
import os, sys, time, warnings; os.environ.setdefault("OPENBLAS_NUM_THREADS","1"); warnings.filterwarnings("ignore")
import numpy as np
try: import numba as nb
except ImportError: nb=None
from scipy.integrate import solve_ivp, odeint
R=os.environ.get("PEERS",".")+"/data/"; N=100000
def emit(w,peer,m,rtol,th,n,ts,cs,rhs,y,ref):
    sc=N/n; e=np.abs(y-ref[:n]); c=min(n,10000); print(f"{w},{peer},{m},{rtol:.0e},{th},{n},{np.median(ts)*sc:.6g},{np.median(cs)*sc:.6g},{rhs*sc:.6g},{e[:c].max():.3e},{e.max():.3e},{np.sqrt((e**2).mean()):.3e}",flush=True)
def timed(reps,f):
    ts=[];cs=[]
    for _ in range(reps): a=time.perf_counter();b=time.process_time(); r=f(); ts.append(time.perf_counter()-a); cs.append(time.process_time()-b)
    return ts,cs,r
def fP(t,w,s): a=w[1]*w[2]; r=s-w[0]*a; return [r*a, r*w[0]*w[2], r*w[0]*w[1]]
def fQ(t,w,s): p=w[0]*w[1]; r=s-w[0]*p; return [2*r*p, r*w[0]*w[0]]
njit=nb.njit if nb else lambda f=None,**_: f or (lambda g: g); prange=nb.prange if nb else range
jP=njit(lambda t,w,s: np.array([(s-w[0]*w[1]*w[2])*w[1]*w[2],(s-w[0]*w[1]*w[2])*w[0]*w[2],(s-w[0]*w[1]*w[2])*w[0]*w[1]]))
jQ=njit(lambda t,w,s: np.array([2*(s-w[0]*w[0]*w[1])*w[0]*w[1],(s-w[0]*w[0]*w[1])*w[0]*w[0]]))
@njit(inline='always')
def rhs(D,s,w,d):
    if D==3:
        a=w[1]*w[2];b=w[0]*w[2];c=w[0]*w[1];r=s-w[0]*a;d[0]=r*a;d[1]=r*b;d[2]=r*c
    else:
        p=w[0]*w[1];r=s-w[0]*p;d[0]=2*r*p;d[1]=r*w[0]*w[0]
@njit(parallel=True)
def numba_dp5(inp,D,rtol,atol,out,cnt):
    n=inp.shape[0]
    for blk in prange((n+249)//250):
        k=np.empty((7,3));u=np.empty(3);c=0
        for i in range(blk*250,min(n,blk*250+250)):
            s=inp[i,0];y=np.empty(3)
            for j in range(D): y[j]=inp[i,1+j]
            t=0.0;h=0.01;rhs(D,s,y,k[0]);c+=1
            while t<20.0:
                h=min(h,20.0-t)
                for j in range(D): u[j]=y[j]+h*0.2*k[0,j]
                rhs(D,s,u,k[1])
                for j in range(D): u[j]=y[j]+h*(3/40*k[0,j]+9/40*k[1,j])
                rhs(D,s,u,k[2])
                for j in range(D): u[j]=y[j]+h*(44/45*k[0,j]-56/15*k[1,j]+32/9*k[2,j])
                rhs(D,s,u,k[3])
                for j in range(D): u[j]=y[j]+h*(19372/6561*k[0,j]-25360/2187*k[1,j]+64448/6561*k[2,j]-212/729*k[3,j])
                rhs(D,s,u,k[4])
                for j in range(D): u[j]=y[j]+h*(9017/3168*k[0,j]-355/33*k[1,j]+46732/5247*k[2,j]+49/176*k[3,j]-5103/18656*k[4,j])
                rhs(D,s,u,k[5])
                for j in range(D): u[j]=y[j]+h*(35/384*k[0,j]+500/1113*k[2,j]+125/192*k[3,j]-2187/6784*k[4,j]+11/84*k[5,j])
                rhs(D,s,u,k[6]);c+=6;err=0.0
                for j in range(D):
                    e=h*(71/57600*k[0,j]-71/16695*k[2,j]+71/1920*k[3,j]-17253/339200*k[4,j]+22/525*k[5,j]-1/40*k[6,j])
                    err=max(err,abs(e)/(atol+rtol*max(abs(y[j]),abs(u[j]))))
                if err<=1.0:
                    t+=h
                    for j in range(D): y[j]=u[j];k[0,j]=k[6,j]
                h*=min(6.0,max(0.2,0.9*max(err,1e-30)**-0.2))
            for j in range(D): out[i,j]=y[j]
        cnt[blk]=c
for w,D,f,jf in (("W1P",3,fP,jP),("W1Q",2,fQ,jQ)):
    inp=np.fromfile(R+w.lower()+".bin").reshape(N,D+1); ref=np.fromfile(R+w.lower()+".ref").reshape(N,D)
    for rtol in (1e-6,1e-8,1e-10):
        nom=rtol==1e-8; reps=3 if nom else 1; n=60 if nom else 40
        for m in ("RK45","DOP853","LSODA"):
            def run():
                ev=0; y=np.empty((n,D))
                for i in range(n): r=solve_ivp(f,(0,20),inp[i,1:],method=m,rtol=rtol,atol=rtol*1e-2,args=(inp[i,0],)); ev+=r.nfev; y[i]=r.y[:,-1]
                return ev,y
            ts,cs,(ev,y)=timed(reps,run); emit(w,"scipy","solve_ivp-"+m,rtol,1,n,ts,cs,ev,y,ref)
        def run():
            ev=0; y=np.empty((1000,D))
            for i in range(1000): r,info=odeint(jf,inp[i,1:],[0.,20.],args=(inp[i,0],),rtol=rtol,atol=rtol*1e-2,tfirst=True,full_output=True,mxstep=100000); ev+=info['nfe'][-1]; y[i]=r[-1]
            return ev,y
        if nb: odeint(jf,inp[0,1:],[0.,20.],args=(inp[0,0],),tfirst=True); ts,cs,(ev,y)=timed(reps,run); emit(w,"scipy","odeint-numba-rhs" if nb else "odeint",rtol,1,1000,ts,cs,ev,y,ref)
        nv=10000; s=inp[:nv,0]; ev=[0]
        def fv(t,x):
            x=x.reshape(D,nv); d=np.empty_like(x); ev[0]+=1
            if D==3: a=x[1]*x[2]; r=s-x[0]*a; np.multiply(r,a,d[0]); np.multiply(r,x[0]*x[2],d[1]); np.multiply(r,x[0]*x[1],d[2])
            else: p=x[0]*x[1]; r=s-x[0]*p; np.multiply(r,2*p,d[0]); np.multiply(r,x[0]*x[0],d[1])
            return d.ravel()
        for m in ("RK45","DOP853"):
            def run(): ev[0]=0; return solve_ivp(fv,(0,20),inp[:nv,1:].T.ravel(),method=m,rtol=rtol,atol=rtol*1e-2,t_eval=[20.0])
            ts,cs,r=timed(reps,run); emit(w,"scipy","vectorised-"+m,rtol,1,nv,ts,cs,ev[0]*nv,r.y[:,-1].reshape(D,nv).T,ref)
    for rtol in (1e-6,1e-7,1e-8,1e-9,1e-10) if nb else ():
        for th in (1,2):
            nb.set_num_threads(th); out=np.zeros((N,D)); cnt=np.zeros((N+249)//250,np.int64); numba_dp5(inp[:500],D,rtol,rtol*1e-2,out,cnt)
            ts,cs,_=timed(3,lambda:numba_dp5(inp,D,rtol,rtol*1e-2,out,cnt)); emit(w,"numba","dp5-hand",rtol,th,N,ts,cs,cnt.sum(),out,ref)
