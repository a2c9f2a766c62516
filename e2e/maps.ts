// Links to maps, small enough that plain Node sweeps them, too.

/** Theory's own picture: which learning rates and momenta converge on a parabola. */
export const momentum =
  '#/maps?f=x^2/2&start=1&steps=60&run=sgd(lr=0.5,momentum=0.5)&x=lr(0:4)&y=momentum(0:0.99)&size=16'
