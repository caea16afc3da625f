// W1 hand-written AVX-512: 8 trajectories per vector, G independent vectors interleaved to hide FMA latency.
//  lane  : per-lane step control, finished lanes are refilled from the queue (no idle lanes)        -> the reference "physical limit"
//  vector: one common step per vector of 8 (max error over lanes), no refill                        -> what simple batching gives
//  taylor: Taylor series of order P (polynomial right-hand side, coefficients by convolution), per-lane steps, refilled
#include "common.hpp"
#include <immintrin.h>
#include <thread>
#include <atomic>
typedef double V __attribute__((vector_size(64)));
static inline V bc(double x){ return V{x,x,x,x,x,x,x,x}; }
static inline V vmax(V a,V b){ return _mm512_max_pd(a,b); } static inline V vmin(V a,V b){ return _mm512_min_pd(a,b); } static inline V vabs(V a){ return _mm512_abs_pd(a); }
static inline V powneg(V x,double p){ // x^-p to ~1e-4 relative: log2 by getexp/getmant + cubic, exp2 by scalef + cubic
  V e=_mm512_getexp_pd(x), m=_mm512_getmant_pd(x,_MM_MANT_NORM_1_2,_MM_MANT_SIGN_zero); V l=e+(((bc(0.15824870)*m-bc(1.05187502))*m+bc(3.04788418))*m-bc(2.15361825));
  V q=l*bc(-p); V f=_mm512_roundscale_pd(q,_MM_FROUND_TO_NEG_INF|_MM_FROUND_NO_EXC); V r=q-f; V ex=((bc(0.07944154)*r+bc(0.22449434))*r+bc(0.69606564))*r+bc(0.99992); return _mm512_scalef_pd(ex,f); }
struct P{ static constexpr int D=3; static inline void f(V s,const V* w,V* d){ V a=w[1]*w[2],b=w[0]*w[2],c=w[0]*w[1]; V r=s-w[0]*a; d[0]=r*a; d[1]=r*b; d[2]=r*c; } };
struct Q{ static constexpr int D=2; static inline void f(V s,const V* w,V* d){ V p=w[0]*w[1], r=s-w[0]*p; d[0]=(r+r)*p; d[1]=r*(w[0]*w[0]); } };
template<class S> struct Group{ V t,h,s,y[S::D],k1[S::D]; long idx[8]; };
constexpr double A21=1./5,A31=3./40,A32=9./40,A41=44./45,A42=-56./15,A43=32./9,A51=19372./6561,A52=-25360./2187,A53=64448./6561,A54=-212./729,
 A61=9017./3168,A62=-355./33,A63=46732./5247,A64=49./176,A65=-5103./18656,B1=35./384,B3=500./1113,B4=125./192,B5=-2187./6784,B6=11./84,
 E1=B1-5179./57600,E3=B3-7571./16695,E4=B4-393./640,E5=B5+92097./339200,E6=B6-187./2100,E7=-1./40;
// one Dormand-Prince step for one vector; returns mask of lanes that reached T
template<class S,bool PERLANE> static inline __mmask8 dp5(Group<S>& g,double atol,double rtol,double T){ constexpr int D=S::D;
  V s=g.s,t=g.t,h=vmin(g.h,bc(T)-t),y[D],k1[D],k2[D],k3[D],k4[D],k5[D],k6[D],k7[D],u[D];
  for(int i=0;i<D;i++){ y[i]=g.y[i]; k1[i]=g.k1[i]; u[i]=y[i]+h*(bc(A21)*k1[i]); } S::f(s,u,k2);
  for(int i=0;i<D;i++) u[i]=y[i]+h*(bc(A31)*k1[i]+bc(A32)*k2[i]); S::f(s,u,k3);
  for(int i=0;i<D;i++) u[i]=y[i]+h*(bc(A41)*k1[i]+bc(A42)*k2[i]+bc(A43)*k3[i]); S::f(s,u,k4);
  for(int i=0;i<D;i++) u[i]=y[i]+h*(bc(A51)*k1[i]+bc(A52)*k2[i]+bc(A53)*k3[i]+bc(A54)*k4[i]); S::f(s,u,k5);
  for(int i=0;i<D;i++) u[i]=y[i]+h*(bc(A61)*k1[i]+bc(A62)*k2[i]+bc(A63)*k3[i]+bc(A64)*k4[i]+bc(A65)*k5[i]); S::f(s,u,k6);
  for(int i=0;i<D;i++) u[i]=y[i]+h*(bc(B1)*k1[i]+bc(B3)*k3[i]+bc(B4)*k4[i]+bc(B5)*k5[i]+bc(B6)*k6[i]); S::f(s,u,k7);
  V err=bc(0); for(int i=0;i<D;i++){ V e=h*(bc(E1)*k1[i]+bc(E3)*k3[i]+bc(E4)*k4[i]+bc(E5)*k5[i]+bc(E6)*k6[i]+bc(E7)*k7[i]); V sc=bc(atol)+bc(rtol)*vmax(vabs(y[i]),vabs(u[i])); err=vmax(err,vabs(e)*(V)_mm512_rcp14_pd(sc)); } // 14-bit reciprocal is ample for step control and avoids 512-bit divisions
  if(!PERLANE) err=bc(_mm512_reduce_max_pd(err));
  __mmask8 ok=_mm512_cmp_pd_mask(err,bc(1.0),_CMP_LE_OQ);
  V fac=vmin(bc(6.0),vmax(bc(0.2),bc(0.9)*powneg(vmax(err,bc(1e-30)),0.2)));
  for(int i=0;i<D;i++){ g.y[i]=_mm512_mask_mov_pd(y[i],ok,u[i]); g.k1[i]=_mm512_mask_mov_pd(k1[i],ok,k7[i]); }
  t=_mm512_mask_mov_pd(t,ok,t+h); g.t=t; g.h=h*fac; return _mm512_cmp_pd_mask(t,bc(T),_CMP_GE_OQ); }
// Taylor: y(t+h)=sum c_k h^k ; step from the last two coefficients; err model h = fac*(tol/|c_P|)^(1/P)
template<int O> static inline V conv(const V* a,const V* b,int k){ V s=a[0]*b[k]; for(int j=1;j<=k;j++) s+=a[j]*b[k-j]; return s; }
template<class S,int O> static inline __mmask8 taylor(Group<S>& g,double atol,double rtol,double T){ constexpr int D=S::D; V c[D][O+1],p[4][O+1]; V s=g.s;
  for(int i=0;i<D;i++) c[i][0]=g.y[i];
  #pragma GCC unroll 32
  for(int k=0;k<O;k++){ V inv=bc(1.0/(k+1));
    if constexpr(D==3){ p[0][k]=conv<O>(c[1],c[2],k); p[1][k]=conv<O>(c[0],c[2],k); p[2][k]=conv<O>(c[0],c[1],k); p[3][k]=-conv<O>(c[0],p[0],k); if(k==0) p[3][0]+=s;
      for(int i=0;i<3;i++) c[i][k+1]=inv*conv<O>(p[3],p[i],k); }
    else { p[0][k]=conv<O>(c[0],c[1],k); p[1][k]=conv<O>(c[0],c[0],k); p[3][k]=-conv<O>(c[0],p[0],k); if(k==0) p[3][0]+=s;
      c[0][k+1]=(inv+inv)*conv<O>(p[3],p[0],k); c[1][k+1]=inv*conv<O>(p[3],p[1],k); } }
  V n0=bc(0),n1=bc(0); for(int i=0;i<D;i++){ V sc=bc(atol)+bc(rtol)*vabs(c[i][0]); n0=vmax(n0,vabs(c[i][O])/sc); n1=vmax(n1,vabs(c[i][O-1])/sc); }
  V h=vmin(powneg(vmax(n0,bc(1e-280)),1.0/O),powneg(vmax(n1,bc(1e-280)),1.0/(O-1)))*bc(0.9); V t=g.t; __mmask8 last=_mm512_cmp_pd_mask(t+h,bc(T),_CMP_GE_OQ); h=vmin(h,bc(T)-t);
  for(int i=0;i<D;i++){ V a=c[i][O]; for(int k=O-1;k>=0;k--) a=a*h+c[i][k]; g.y[i]=a; } g.t=_mm512_mask_mov_pd(t+h,last,bc(T)); return last; }
template<class S> static inline void put(Group<S>& g,int l,const double* in,long i){ constexpr int D=S::D; V w[D],d[D]; g.idx[l]=i; g.t[l]=0; g.h[l]=0.01; g.s[l]=in[i*(D+1)]; for(int k=0;k<D;k++){ g.y[k][l]=in[i*(D+1)+1+k]; w[k]=bc(g.y[k][l]); } S::f(bc(g.s[l]),w,d); for(int k=0;k<D;k++) g.k1[k][l]=d[k][0]; }
enum Mode{LANE,VEC,TAY};
template<class S,Mode M,int O,int G> static long solve(const double* in,double* out,long a,long b,double atol,double rtol){ constexpr int D=S::D; Group<S> g[G]; long next=a,done=0,steps=0,n=b-a;
  auto refill=[&](Group<S>& q,int l){ if(next<b) put(q,l,in,next++); else { q.idx[l]=-1; q.s[l]=1; q.h[l]=1e-300; q.t[l]=-1e300; for(int k=0;k<D;k++){ q.y[k][l]=0.0; q.k1[k][l]=0.0; } } }; // idle lane: at a fixed point, never reaches T
  auto step=[&](Group<S>& q){ if constexpr(M==TAY) return taylor<S,O>(q,atol,rtol,20.0); else return dp5<S,M==LANE>(q,atol,rtol,20.0); };
  for(int i=0;i<G;i++) for(int l=0;l<8;l++) refill(g[i],l);
  while(done<n) for(int i=0;i<G;i++){ Group<S>& q=g[i]; __mmask8 m=step(q); steps+=8;
    if constexpr(M==VEC){ if(m){ for(int l=0;l<8;l++) if(q.idx[l]>=0){ for(int k=0;k<D;k++) out[q.idx[l]*D+k]=q.y[k][l]; done++; } for(int l=0;l<8;l++) refill(q,l); if(q.idx[0]<0) q.t=bc(-1e300); else for(int l=0;l<8;l++) if(q.idx[l]<0){ q.t[l]=0; q.h[l]=0.01; } } }
    else while(__builtin_expect(m,0)){ int l=__builtin_ctz(m); m&=m-1; if(q.idx[l]<0) continue; for(int k=0;k<D;k++) out[q.idx[l]*D+k]=q.y[k][l]; done++; refill(q,l); } }
  return steps; }
template<class S,Mode M,int O,int G> void bench(const char* w,const char* method,double rtol,int th,const vector<double>& in,const vector<double>& ref,int reps=5){ if(!wanted(method,rtol,th)) return; reps=repeats(reps); constexpr int D=S::D; vector<double> y(NTRAJ*D); std::atomic<long> st; 
  double atol=rtol*1e-2; auto run=[&](long a,long b){ st+=solve<S,M,O,G>(in.data(),y.data(),a,b,atol,rtol); };
  Time t=timed(reps,[&]{ st=0; if(th==1) run(0,NTRAJ); else { std::thread q(run,0,NTRAJ/2); run(NTRAJ/2,NTRAJ); q.join(); } });
  emitW1(w,"avx512-hand",method,rtol,th,NTRAJ,t,double(st)*(M==TAY?1:6),y,ref,D); }
template<class S> void all(const char* w,const vector<double>& in,const vector<double>& ref){
  for(double r:{1e-6,1e-7,1e-8,1e-9,1e-10}){ bench<S,LANE,0,4>(w,"dp5-lane",r,1,in,ref); bench<S,LANE,0,4>(w,"dp5-lane",r,2,in,ref);
    bench<S,VEC,0,4>(w,"dp5-vector",r,1,in,ref);
    bench<S,TAY,12,2>(w,"taylor12-lane",r,1,in,ref); bench<S,TAY,16,2>(w,"taylor16-lane",r,1,in,ref); if(r==1e-8) bench<S,TAY,16,2>(w,"taylor16-lane",r,2,in,ref); } 
  if(getenv("TUNE")){ double r=1e-8; bench<S,LANE,0,1>(w,"lane-G1",r,1,in,ref); bench<S,LANE,0,2>(w,"lane-G2",r,1,in,ref); bench<S,LANE,0,3>(w,"lane-G3",r,1,in,ref); bench<S,LANE,0,4>(w,"lane-G4",r,1,in,ref); bench<S,LANE,0,6>(w,"lane-G6",r,1,in,ref); bench<S,LANE,0,8>(w,"lane-G8",r,1,in,ref);
    bench<S,TAY,8,2>(w,"tay8",r,1,in,ref); bench<S,TAY,10,2>(w,"tay10",r,1,in,ref); bench<S,TAY,14,2>(w,"tay14",r,1,in,ref); bench<S,TAY,14,1>(w,"tay14G1",r,1,in,ref); bench<S,TAY,20,2>(w,"tay20",r,1,in,ref); } }
int main(){ auto p=load("w1p.bin"),pr=load("w1p.ref"),q=load("w1q.bin"),qr=load("w1q.ref"); all<P>("W1P",p,pr); all<Q>("W1Q",q,qr); }
