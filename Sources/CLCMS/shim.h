#ifndef UMBRUCH_CLCMS_H
#define UMBRUCH_CLCMS_H
#include <lcms2.h>

// Formats are macros with arithmetic, which Swift does not see.
static const cmsUInt32Number UMBRUCH_TYPE_RGB_8 = TYPE_RGB_8;
static const cmsUInt32Number UMBRUCH_TYPE_CMYK_8 = TYPE_CMYK_8;
static const cmsUInt32Number UMBRUCH_TYPE_RGB_16 = TYPE_RGB_16;
static const cmsUInt32Number UMBRUCH_TYPE_CMYK_16 = TYPE_CMYK_16;
static const cmsUInt32Number UMBRUCH_TYPE_Lab_DBL = TYPE_Lab_DBL;

#endif
