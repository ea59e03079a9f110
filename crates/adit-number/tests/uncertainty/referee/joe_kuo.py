import numpy as np, os, scipy
d=np.load(os.path.join(os.path.dirname(scipy.__file__),'stats/_sobol_direction_numbers.npz'))
N=512
p=d['poly'][:N]; v=d['vinit'][:N]
print('''//! Primitive polynomials and first direction numbers of a Sobol sequence in 512 dimensions.
//!
//! # Source
//! S. Joe, F. Y. Kuo (2008), Constructing Sobol sequences with better two-dimensional projections, SIAM Journal on
//! Scientific Computing 30(5), 2635-2654, <https://doi.org/10.1137/070709359>: the numbers of their file
//! new-joe-kuo-6.21201, <https://web.maths.unsw.edu.au/~fkuo/sobol/>, dimensions 2 to 512, read from the table that
//! SciPy 1.17.1 carries (`scipy/stats/_sobol_direction_numbers.npz`) and written out by `tests/uncertainty/referee/joe_kuo.py`.

/// The primitive polynomials over GF(2) of dimensions 2 to 512: bit `k` is the coefficient of `x^k`, so the degree is
/// the place of the highest bit.''')
print('pub(super) const POLYNOMIALS: &[u16] = &[')
print(','.join(str(int(x)) for x in p[1:]))
print('];\n')
print('/// The first direction numbers `m_1, m_2, ..` of each dimension, as many as the degree of its polynomial, one\n/// dimension after the other.')
print('pub(super) const FIRST_NUMBERS: &[u16] = &[')
out=[]
for q,row in zip(p[1:],v[1:]):
    deg=int(q).bit_length()-1
    r=[int(x) for x in row[:deg]]; assert all(r) and not any(row[deg:])
    out+=r
print(','.join(map(str,out)))
print('];')
