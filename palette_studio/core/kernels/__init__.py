"""Every inner loop: compiled, nogil, one block of rows at a time, writing into arrays it is given.

Importing a module of this package imports numba, so modules the window needs at start import it inside
functions. Threads come from ``tiles.each_block`` alone. Pixels that are only read are passed read-only,
so that each kernel is compiled for one kind of array. Only functions that gain by it are inlined: it costs
compile time. The cache of compiled code knows the file of a kernel but not those it calls into, so its
folder should be keyed by the version of the program, and be emptied after an edit here.
"""

from palette_studio.core.kernels.compiled import install

install()
