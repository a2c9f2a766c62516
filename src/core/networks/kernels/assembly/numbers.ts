// Numbers in all lanes of a vector. They lie in memory: engines make a vector of one as they load it, where they would put
// together piece by piece what stands in the code, in each round of a loop.

/** By place: single numbers, then polynomials from their highest coefficients on. */
const singles = memory.data<f32>([
  1, 2, 3, 0.5, -0.5, -2, 0.01, 20, 12583039, 12583038, 1.4426950408889634, 0.693359375,
  -2.12194440e-4, 0.6931471805599453, 89, -86, -40, 0.41421356237309503, 15, 4097,
  0.3535533905932738, 0.3989422804014327, 2.3703703703703702, -1.3703703703703702,
  1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1,
  5.0000001201e-1, 0, 0, 0, 0,
  0.2222222222222222, 0.2857142857142857, 0.4, 0.6666666666666666, 0, 0, 0,
  -0.000024660458566157, 0.000063865103567422, 0.00013377094647191, -0.00059536164813554,
  -0.00024431587257532, 0.0039643530337853, -0.0013435988385641, -0.030528862544855,
  0.017273085201415, 0.5770234043531597, -0.5657216758644303, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0,
])

const doubles = memory.data<f64>([
  1, 2, 3, 0.5, -0.5, -2, 0.01, 20, 6755399441056767, 6755399441056766, 1.4426950408889634,
  6.93147180369123816490e-1, 1.90821492927058770002e-10, 0.6931471805599453, 710, -707, -40,
  0.41421356237309503, 39, 134217729, 0.3535533905932738, 0.3989422804014327, 2.142857142857143,
  -1.1428571428571428,
  2.5105217695684516e-8, 2.762008948195459e-7, 2.755725539833871e-6, 2.4801521293463862e-5,
  0.00019841269874822307, 0.0013888888917215586, 0.008333333333326134, 0.04166666666662412,
  0.1666666666666667, 0.5000000000000001,
  1.479819860511658591e-1, 1.531383769920937332e-1, 1.818357216161805012e-1,
  2.222219843214978396e-1, 2.857142874366239149e-1, 3.999999999940941908e-1,
  6.666666666666735130e-1,
  -2.3983917499304947e-09, 1.586957053760622e-09, 2.3366495328826804e-08, -3.333534451887787e-08,
  -8.883964200251185e-08, 2.641096785704991e-07, 2.2786271981379172e-08, -1.1457221153619558e-06,
  1.5590979232233459e-06, 2.602749561266253e-06, -9.949803923844633e-06, 1.9920243897224823e-06,
  3.801810036694064e-05, -5.12076730444396e-05, -9.957682156697984e-05, 0.0003082785251860324,
  0.00013326776507344097, -0.0014316030934984718, 0.00043779950013882294, 0.0065929036788090105,
  -0.005189062827106053, -0.03994232441684597, 0.03286485935745831, 0.6330982682940182,
  -0.6267548660108485,
  105.06827456817871, 945.7169727356238, 15.006825463970701, 420.30726548004566,
  2.8853900817779268, 0.34657359027997264, -20, 20,
])

@inline export const one = 0
@inline export const two = 1
@inline export const three = 2
@inline export const half = 3
@inline export const minusHalf = 4
@inline export const minusTwo = 5
/** The slope of leaky_relu below 0. */
@inline export const hundredth = 6
/** Where PyTorch takes softplus for its argument. */
@inline export const twenty = 7
/**
 * Added and taken off again, it rounds to whole numbers, which then stand in the last bits of the
 * sum, as exponents do.
 */
@inline export const rounder = 8
/** The same, for half the power. */
@inline export const halfRounder = 9
/** 1/ln 2 */
@inline export const perHalving = 10
/** ln 2 in two parts, the first of few digits (Cody & Waite 1980). */
@inline export const coarse = 11
@inline export const fine = 12
@inline export const logarithmOfTwo = 13
/** Beyond them e^x is infinite, or less than the least normal number. */
@inline export const most = 14
@inline export const least = 15
/** Below it e^x − 1 is −1. */
@inline export const lowest = 16
/** √2 − 1 */
@inline export const beyond = 17
/** Beyond it nothing is left of a Gaussian. */
@inline export const farthest = 18
/** Multiplied by it, a number is split in two halves. */
@inline export const splitter = 19
/** √2/4 */
@inline export const quarterOfRoot = 20
/** 1/√(2π) */
@inline export const peak = 21
/** From t to the interval over which the Gaussian was fitted. */
@inline export const stretch = 22
@inline export const shift = 23
/** (e^r − 1 − r)/r². Single from Cephes, expf; double fitted by Chebyshev polynomials. */
@inline export const exponential = 24
/** (ln(1 + e) − 2s)/s³ by s² = (e/(2 + e))². Source: fdlibm, log */
@inline export const logarithm = 34
/** ln(erfc(z)/t) + z²: fitted by Chebyshev polynomials. */
@inline export const gaussian = 41
/**
 * tanh r = r(z² + az + b)/(cz² + dz + b) by z = r², in double precision for |r| ≤ ln 2/4: a, b, c and d, which were fitted
 * by Chebyshev's points to a relative error of 5e-18.
 */
@inline export const a = 66
@inline export const b = 67
@inline export const c = 68
@inline export const d = 69
/** 2/ln 2, and half of ln 2. */
@inline export const perHalvingOfSquare = 70
@inline export const halfOfLogarithm = 71
/** Beyond them tanh x is −1 or 1. */
@inline export const lowestOfTanh = 72
@inline export const mostOfTanh = 73

@inline export function all<T>(place: i32): v128 {
  return sizeof<T>() == 4
    ? v128.load_splat<f32>(singles + (place << 2))
    : v128.load_splat<f64>(doubles + (place << 3))
}

/** Horner's next step: sum·x + the number of a place. Rounded twice in every module: functions are alike everywhere. */
@inline export function then<T>(sum: v128, x: v128, place: i32): v128 {
  return v128.add<T>(v128.mul<T>(sum, x), all<T>(place))
}
