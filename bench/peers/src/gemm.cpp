// Raw OpenBLAS dgemm GFLOP/s, the linear-net right-hand side alone, and the machine's FMA peak.
#include "lin.hpp"
#include <immintrin.h>
extern "C" char* openblas_get_corename(void);
#ifdef __AVX512F__
__attribute__((noinline)) double peak(long N){ __m512d a[16];
  #pragma GCC unroll 16
  for(int i=0;i<16;i++) a[i]=_mm512_set1_pd(1.0+i*1e-3);
  __m512d x=_mm512_set1_pd(0.999999),y=_mm512_set1_pd(1e-6);
  for(long i=0;i<N;i++){
    #pragma GCC unroll 16
    for(int j=0;j<16;j++){ a[j]=_mm512_fmadd_pd(a[j],x,y); asm volatile("":"+v"(a[j])); } }
  double s=0;
  #pragma GCC unroll 16
  for(int j=0;j<16;j++) s+=_mm512_reduce_add_pd(a[j]);
  return s; }
#endif
// "probe": GFLOP/s of plain products at 64 and 256, to find which core type is fastest here; a CPU newer than the library may be taken for an old one.
static int probe(){ openblas_set_num_threads(1); double flop=0,t=0; for(int n:{64,256}){ vector<double>A(n*n,1.01),B(n*n,0.99),C(n*n); int reps=(int)(2e9/(2.0*n*n*n)); t+=timed(5,[&]{ for(int r=0;r<reps;r++) cblas_dgemm(CblasRowMajor,CblasNoTrans,CblasNoTrans,n,n,n,1,A.data(),n,B.data(),n,0,C.data(),n); }).cpu; flop+=2.0*n*n*n*reps; }
 printf("%.1f %s\n",flop*1e-9/t,openblas_get_corename()); return 0; }
int main(int c,char** v){ if(c>1&&!strcmp(v[1],"probe")) return probe(); fprintf(stderr,"OpenBLAS core: %s\n",openblas_get_corename());
#ifdef __AVX512F__
 { long n=30000000; Time t=timed(5,[&]{ peak(n); }); double g=n*256.0*1e-9; printf("GEMM,machine,fma512-peak,0,1,1,%.6g,%.6g,%.2f,0,0,0\n",t.wall,t.cpu,g/t.cpu); }
#endif
 for(int th:{1,2}){ if(th==2&&getenv("PEER_REPEATS")) continue; openblas_set_num_threads(th); for(int n:{32,64,128,256,512}){ vector<double>A(n*n,1.01),B(n*n,0.99),C(n*n); int reps=std::max(3,(int)(4e8/(2.0*n*n*n))); double g=2.0*n*n*n*reps*1e-9;
   for(int tr=0;tr<3;tr++){ if(th==2&&tr) continue; Time t=timed(9,[&]{ for(int r=0;r<reps;r++) cblas_dgemm(CblasRowMajor,tr==2?CblasTrans:CblasNoTrans,tr==1?CblasTrans:CblasNoTrans,n,n,n,1,A.data(),n,B.data(),n,0,C.data(),n); }); printf("GEMM,openblas,n=%d-%s,0,%d,%d,%.6g,%.6g,%.2f,0,0,0\n",n,tr==0?"NN":tr==1?"NT":"TN",th,reps,t.wall/reps,t.cpu/reps,th==1?g/t.cpu:g/t.wall); } } }
 if(getenv("PEER_REPEATS")) return 0; openblas_set_num_threads(1); for(string w:{"w3_32","w2_64","w2_256"}){ Net p(w); vector<double> y(p.y0(),p.y0()+p.N),d(p.N); int reps=w=="w2_256"?30:2000; for(auto&x:y) x*=30; Time t=timed(9,[&]{ for(int r=0;r<reps;r++) p.f(y.data(),d.data()); }); printf("GEMM,openblas,rhs-%s,0,1,%d,%.6g,%.6g,%.2f,0,0,0\n",w.c_str(),reps,t.wall/reps,t.cpu/reps,6.0*p.n*p.n*p.n*reps/t.wall*1e-9); } }
