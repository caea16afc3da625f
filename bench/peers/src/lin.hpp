// Common frame of the linear-net workloads W2_64, W2_256, W3_32.
#pragma once
#include "common.hpp"
#include "problems.hpp"
extern "C" void openblas_set_num_threads(int);
struct Net{ string name; int n,N,nt; vector<double> in,ref,E,t; Lin f; 
  Net(const string& w):name(w){ n=w=="w2_64"?64:w=="w2_256"?256:32; N=2*n*n; in=load(w+".bin"); ref=load(w+".ref"); E.resize(n*n); f=Lin{n,in.data(),E.data()}; if(w=="w3_32") for(int k=0;k<16;k++) t.push_back(w3time(k)); else for(int k=1;k<=200;k++) t.push_back(w2time(k)); nt=t.size(); }
  const double* y0(){ return in.data()+n*n; } double tol_ratio(){ return 1e-3; }
  // f(out) integrates and fills out (nt x N); err_common = max over all saved points, err_all = max at the final time
  template<class F> void measure(const char* peer,const char* method,double rtol,int th,int reps,F run){ if(!wanted(method,rtol,th)) return; reps=repeats(reps); openblas_set_num_threads(th); vector<double> out((size_t)nt*N); Time t=timed(reps,[&]{ f.nrhs=0; run(out.data()); });
    size_t L=(size_t)(nt-1)*N; string w=name=="w2_64"?"W2_64":name=="w2_256"?"W2_256":"W3_32"; emit(w.c_str(),peer,method,rtol,th,1,t,f.nrhs,maxerr(out.data(),ref.data(),out.size()),maxerr(&out[L],&ref[L],N),rmserr(out.data(),ref.data(),out.size())); }
};
