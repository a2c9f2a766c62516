// Functions that have a name elsewhere, written of what is here: always the same function.

/** Forms by name, of the arguments a, b and c; several where people mean several, none where there is no such form. */
export const elsewhere: ReadonlyMap<string, readonly string[]> = new Map(
  `asinh arcsinh arsinh = ln(a + sqrt(a^2 + 1))
  acosh arccosh arcosh = ln(a + sqrt(a^2 - 1))
  atanh arctanh artanh = ln((1 + a)/(1 - a))/2
  acoth arccoth arcoth = ln((a + 1)/(a - 1))/2
  asec arcsec = acos(1/a)
  acsc arccsc = asin(1/a)
  sech = 1/cosh(a)
  csch = 1/sinh(a)
  sine = sin(a)
  cosine = cos(a)
  tangent = tan(a)
  exponential = exp(a)
  logarithm = ln(a)
  sinhc = where(a == 0, 1, sinh(a)/a)
  sind = sin(pi*a/180)
  cosd = cos(pi*a/180)
  tand = tan(pi*a/180)
  sinpi = sin(pi*a)
  cospi = cos(pi*a)
  radians deg2rad = pi*a/180
  degrees rad2deg = 180*a/pi
  atan2 arctan2 = where(a > 0, pi/2 - atan(b/a), where(a < 0, -pi/2 - atan(b/a), where(b < 0, pi, 0)))
  lb ld = ln(a)/ln(2)
  lg = log10(a)
  log ln = ln(a)/ln(b)
  log1p = ln(1 + a)
  logaddexp = ln(exp(a) + exp(b))
  logsumexp = ln(exp(a) + exp(b)) | ln(exp(a) + exp(b) + exp(c))
  logcosh = ln(cosh(a))
  xlogy = where(a == 0, 0, a*ln(b))
  expm1 = exp(a) - 1
  exp10 = 10^a
  logsigmoid log_sigmoid = ln(sigmoid(a))
  logit = ln(a/(1 - a))
  root = sqrt(a) | a^(1/b)
  nthroot = a^(1/b)
  rsqrt = 1/sqrt(a)
  square sqr = a^2
  cube = a^3
  reciprocal inv = 1/a
  erfc = 1 - erf(a)
  trunc fix int = sign(a)*floor(abs(a))
  frac = a - sign(a)*floor(abs(a))
  fmod = sign(a)*mod(abs(a), abs(b))
  clamp clip hardtanh = min(max(a, b), c)
  relu6 = min(max(a, 0), 6)
  elu = where(a > 0, a, b*(exp(a) - 1))
  celu = elu(a) | where(a > 0, a, b*(exp(a/b) - 1))
  leaky_relu leakyrelu lrelu = leaky_relu(a) | where(a > 0, a, b*a)
  prelu = where(a > 0, a, 0.25*a) | leaky_relu(a) | where(a > 0, a, b*a)
  rrelu = where(a > 0, a, 11/48*a)
  step unitstep = a >= 0
  heaviside = where(a == 0, 1/2, a > 0) | a >= 0 | where(a == 0, b, a > 0)
  huber smooth_l1 smoothl1 = where(abs(a) <= 1, a^2/2, abs(a) - 1/2)
  hardsigmoid = min(max(a + 3, 0), 6)/6
  hardswish = a*min(max(a + 3, 0), 6)/6
  mish = a*tanh(softplus(a))
  softsign = a/(1 + abs(a))
  softshrink = sign(a)*max(abs(a) - 1/2, 0)
  tanhshrink = a - tanh(a)
  erfi erfcx erfinv expi exp1 expint cosc cosm sinm logm sqrtm gamma lgamma beta sum prod mean = `
    .split('\n')
    .flatMap((line) => {
      const [names = '', forms = ''] = line.split(/ =(?: |$)/)
      return names
        .trim()
        .split(' ')
        .map((name) => [name, forms.split(' | ').filter(Boolean)] as const)
    }),
)
