# METADATA
# title: Retired series of virtual machines
# description: |
#   Which series of sizes Azure has retired, and of which it has said when it will. The list is of 2026-04-15: no rule
#   asks what day it is, so that the same estate always gets the same verdict.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/sizes/retirement/retired-sizes-list
#     description: Retired sizes of virtual machines
package iris.retired

# METADATA
# description: the series that is no longer offered and a size is of, with its date; undefined for all others
gone(size) := series if {
	some series in _gone
	regex.match(series.sizes, size)
}

# METADATA
# description: the series that is going to be retired and a size is of, with its date; undefined for all others
leaving(size) := series if {
	some series in _leaving
	regex.match(series.sizes, size)
}

_gone := [{"name": "Av1-series", "date": "2024-08-31", "sizes": `^(Basic|Standard)_A[0-9]+$`}]

# No pattern matches a size of another series, and the letters in brackets stand for constrained vCPUs and promotions.
_leaving := [
	{"name": "D-series", "date": "2028-05-01", "sizes": `^Standard_D[0-9]+(_Promo)?$`},
	{"name": "Ds-series", "date": "2028-05-01", "sizes": `^Standard_DS[0-9]+(-[0-9]+)?(_Promo)?$`},
	{"name": "Dv2-series", "date": "2028-05-01", "sizes": `^Standard_D[0-9]+i?_v2(_Promo)?$`},
	{"name": "Dsv2-series", "date": "2028-05-01", "sizes": `^Standard_DS[0-9]+(-[0-9]+)?i?_v2(_Promo)?$`},
	{"name": "Ls-series", "date": "2028-05-01", "sizes": `^Standard_L[0-9]+s$`},
	{"name": "Av2-series", "date": "2028-11-15", "sizes": `^Standard_A[0-9]+m?_v2$`},
	{"name": "B-series (v1)", "date": "2028-11-15", "sizes": `^Standard_B[0-9]+(s|ms|ls)$`},
	{"name": "F-series", "date": "2028-11-15", "sizes": `^Standard_F[0-9]+$`},
	{"name": "Fs-series", "date": "2028-11-15", "sizes": `^Standard_F[0-9]+s$`},
	{"name": "Fsv2-series", "date": "2028-11-15", "sizes": `^Standard_F[0-9]+s_v2$`},
	{"name": "G-series", "date": "2028-11-15", "sizes": `^Standard_G[0-9]+$`},
	{"name": "Gs-series", "date": "2028-11-15", "sizes": `^Standard_GS[0-9]+(-[0-9]+)?$`},
	{"name": "Lsv2-series", "date": "2028-11-15", "sizes": `^Standard_L[0-9]+s_v2$`},
	{"name": "isolated Msv2-series", "date": "2027-03-31", "sizes": `^Standard_M192id?m?s_v2$`},
]
