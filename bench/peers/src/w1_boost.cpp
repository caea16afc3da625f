// W1 with Boost.odeint, one controlled/dense stepper per trajectory on std::array.
#include "common.hpp"
#include "problems.hpp"
#include <boost/numeric/odeint.hpp>
#include <array>
#include <thread>
#include <atomic>
namespace od=boost::numeric::odeint;
#ifndef TAG
#define TAG "boost"
#endif
template<int D,class F,class MK> void bench(const char* w,const char* peer,const char* method,F f,MK mk,double rtol,int th,long m,int reps,const vector<double>& in,const vector<double>& ref){ if(!wanted(method,rtol,th)) return; reps=repeats(reps);
  vector<double> y(m*D); std::atomic<long> nr; 
  auto work=[&](long a,long b){ long cnt=0; typedef std::array<double,D> st;
    for(long i=a;i<b;i++){ double s=in[i*(D+1)]; st x; for(int k=0;k<D;k++) x[k]=in[i*(D+1)+1+k];
      od::integrate_adaptive(mk.template get<st>(rtol*1e-2,rtol),[&](const st& q,st& d,double){ ++cnt; f(s,q.data(),d.data()); },x,0.0,20.0,0.01);
      for(int k=0;k<D;k++) y[i*D+k]=x[k]; } nr+=cnt; };
  Time t=timed(reps,[&]{ nr=0; if(th==1) work(0,m); else { std::atomic<long> next{0}; auto loop=[&]{ for(;;){ long a=next.fetch_add(1000); if(a>=m) break; work(a,std::min(m,a+1000)); } }; std::thread q(loop); loop(); q.join(); } });
  emitW1(w,peer,method,rtol,th,m,t,nr,y,ref,D); }
struct DP5c{ template<class st> auto get(double a,double r) const { return od::make_controlled<od::runge_kutta_dopri5<st>>(a,r); } };
struct DP5d{ template<class st> auto get(double a,double r) const { return od::make_dense_output<od::runge_kutta_dopri5<st>>(a,r); } };
struct F78{ template<class st> auto get(double a,double r) const { return od::make_controlled<od::runge_kutta_fehlberg78<st>>(a,r); } };
template<int D,class F> void all(const char* w,F f,const vector<double>& in,const vector<double>& ref){ bool fm=!strcmp(TAG,"boost-fastmath");
  for(double r:{1e-6,1e-7,1e-8,1e-9,1e-10}){ bool nom=r==1e-8; if(fm&&!nom) continue;
    bench<D>(w,TAG,"dopri5",f,DP5c{},r,1,NTRAJ,nom?3:1,in,ref); if(nom) bench<D>(w,TAG,"dopri5",f,DP5c{},r,2,NTRAJ,3,in,ref);
    if(nom) bench<D>(w,TAG,"dopri5-dense",f,DP5d{},r,1,NTRAJ,3,in,ref);
    bench<D>(w,TAG,"fehlberg78",f,F78{},r,1,NTRAJ,nom?3:1,in,ref); if(nom) bench<D>(w,TAG,"fehlberg78",f,F78{},r,2,NTRAJ,3,in,ref);
  } }
int main(){ auto p=load("w1p.bin"),pr=load("w1p.ref"),q=load("w1q.bin"),qr=load("w1q.ref"); all<3>("W1P",rhsP<double>,p,pr); all<2>("W1Q",rhsQ<double>,q,qr); }
