// Shared helpers for the peer baselines: file IO, timing, error, result lines.
#pragma once
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>
#include <ctime>
using std::vector; using std::string;
inline double now(){ return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }
inline string root(){ const char* r=getenv("PEERS"); return r? r : "."; }
inline vector<double> load(const string& name){           // raw little-endian float64 file
  string p=root()+"/data/"+name; FILE* f=fopen(p.c_str(),"rb"); if(!f){ fprintf(stderr,"missing %s\n",p.c_str()); exit(2);} 
  fseek(f,0,SEEK_END); long b=ftell(f); rewind(f); vector<double> v(b/8); if(fread(v.data(),8,v.size(),f)!=v.size()) exit(2); fclose(f); return v; }
inline void save(const string& name,const vector<double>& v){
  string p=root()+"/data/"+name; FILE* f=fopen(p.c_str(),"wb"); fwrite(v.data(),8,v.size(),f); fclose(f); }
inline double median(vector<double> t){ std::sort(t.begin(),t.end()); return t[t.size()/2]; }
inline double cpu(){ timespec t; clock_gettime(CLOCK_PROCESS_CPUTIME_ID,&t); return t.tv_sec+1e-9*t.tv_nsec; }   // whole process; equals wall for 1 thread on an idle machine
struct Time{ double wall,cpu; };
template<class F> Time timed(int reps,F f){ vector<double> t,c; for(int i=0;i<reps;i++){ double a=now(),b=cpu(); f(); t.push_back(now()-a); c.push_back(cpu()-b);} return {median(t),median(c)}; }
inline double maxerr(const double* a,const double* b,size_t n){ double m=0; for(size_t i=0;i<n;i++){ double e=std::fabs(a[i]-b[i]); if(!(e<=m)) m=e; } return m; }
inline double rmserr(const double* a,const double* b,size_t n){ double m=0; for(size_t i=0;i<n;i++){ double e=a[i]-b[i]; m+=e*e; } return std::sqrt(m/n); }
// one CSV line per measurement: workload,peer,method,rtol,threads,trajectories run,wall s,cpu s,rhs calls,err_max(common),err_max(all run),err_rms ; wall/cpu/rhs scaled to the whole workload
inline void emit(const char* w,const char* peer,const char* method,double rtol,int th,long units,Time t,double rhs,double e_common,double e_all,double e_rms){
  printf("%s,%s,%s,%.0e,%d,%ld,%.6g,%.6g,%.6g,%.3e,%.3e,%.3e\n",w,peer,method,rtol,th,units,t.wall,t.cpu,rhs,e_common,e_all,e_rms); fflush(stdout); }
// PEER_ONLY="dopri5@1e-08,…" runs only these methods at these tolerances, on one thread; PEER_REPEATS says how often each is repeated.
inline bool wanted(const char* method,double rtol,int th){ const char* only=getenv("PEER_ONLY"); if(!only) return true; char tag[96]; snprintf(tag,sizeof tag,",%s@%.0e,",method,rtol); return th==1&&(string(",")+only+",").find(tag)!=string::npos; }
inline int repeats(int reps){ const char* r=getenv("PEER_REPEATS"); return r? atoi(r) : reps; }
constexpr long NTRAJ=100000, NCOMMON=10000;   // W1 size, and the leading subset on which max errors are compared
inline void emitW1(const char* w,const char* peer,const char* method,double rtol,int th,long m,Time t,double rhs,const vector<double>& y,const vector<double>& ref,int D){
  long c=std::min(m,NCOMMON); double sc=double(NTRAJ)/m;
  emit(w,peer,method,rtol,th,m,Time{t.wall*sc,t.cpu*sc},rhs*sc,maxerr(y.data(),ref.data(),c*D),maxerr(y.data(),ref.data(),m*D),rmserr(y.data(),ref.data(),m*D)); }
