#pragma once

#include "extract/scan_kernel.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define ZHITU_SCAN_X86 1
#else
#define ZHITU_SCAN_X86 0
#endif

namespace zhitu::extract {

#if ZHITU_SCAN_X86
/// Eight units at a time, with the gather instructions of AVX2.
extern const ScanKernel kAvx2Kernel;
/// 64 bytes at a time, with AVX-512 (F, BW, VL, VBMI, VBMI2).
extern const ScanKernel kAvx512Kernel;
/// True if processor and system have what the kernel needs.
bool CanRunAvx2();
/// True if processor and system have what the kernel needs.
bool CanRunAvx512();
#endif

}  // namespace zhitu::extract
