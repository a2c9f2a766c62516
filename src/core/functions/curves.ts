// Functions of one variable, each here to teach one thing.
import type { LossFunction } from './function.ts'

export const curves: readonly LossFunction[] = [
  {
    id: 'square',
    name: 'Parabola',
    expression: 'x^2',
    domain: [[-4, 4]],
    start: [2.5],
    rate: 0.1,
    minima: [[0]],
    lesson:
      'The simplest valley: every step multiplies x by 1 − 2η, so everything can be checked by hand.',
  },
  {
    id: 'tanhsin',
    name: 'Four valleys',
    expression: 'x^2/20 + tanh(sin(x))',
    domain: [[-10, 10]],
    start: [8],
    rate: 0.5,
    minima: [[-1.28045944360169], [3.9847045474331835], [-6.8071744053180385], [9.592053247972443]],
    lesson:
      'Traps on the way down: the valley at x ≈ 3.98 is wide, but the one at x ≈ −1.28 is deeper.',
  },
  {
    id: 'soda',
    name: 'Soda can',
    expression: '2/R + 2*pi*R^2/V',
    parameters: { V: { value: 330, name: 'Volume V', unit: 'cm³', range: [50, 2000], above: 0 } },
    axes: { R: 'radius R in cm', f: 'surface per volume S/V in cm⁻¹' },
    domain: [[0.5, 10]],
    start: [1.5],
    rate: 5,
    minima: [['(V/(2*pi))^(1/3)']],
    lesson:
      'Which can of this volume needs the least metal? The one that is as tall as it is wide.',
  },
  {
    id: 'narrow',
    name: 'Narrow beside wide',
    expression: 'x^2/10 - 2*exp(-8*(x - 3)^2)',
    domain: [[-5, 7]],
    start: [6],
    rate: 0.1,
    minima: [[2.981314665521162], [0]],
    lesson:
      'The deepest valley is narrow: small steps fall into it, large ones leap across to the wide one.',
  },
  {
    id: 'plateau',
    name: 'Plateau',
    expression: '1 - exp(-x^2/2)',
    domain: [[-6, 6]],
    start: [4],
    rate: 0.5,
    minima: [[0]],
    lesson:
      'Far out the slope vanishes: gradient descent crawls, methods that divide by the slope’s size walk.',
  },
  {
    id: 'kink',
    name: 'Kink',
    expression: 'abs(x)',
    domain: [[-4, 4]],
    start: [2.6],
    rate: 0.4,
    minima: [[0]],
    lesson:
      'The slope never shrinks, so a constant learning rate never settles: it steps to and fro over the kink.',
  },
  {
    id: 'ridge',
    name: 'On the ridge',
    expression: '(x^2 - 1)^2/4',
    domain: [[-2, 2]],
    start: [0.001],
    rate: 0.3,
    minima: [[-1], [1]],
    lesson:
      'A maximum next door: almost no slope to begin with, so it takes long before anything happens.',
  },
  {
    id: 'quartic',
    name: 'Steeper and steeper',
    expression: 'x^4/4',
    domain: [[-4, 4]],
    start: [3],
    rate: 0.1,
    minima: [[0]],
    lesson:
      'It grows faster than any parabola: a learning rate that works near the minimum explodes further out.',
  },
  {
    id: 'ripples',
    name: 'Ripples',
    expression: 'x^2/10 + 1 - cos(2*pi*x)',
    domain: [[-6, 6]],
    start: [4.4],
    rate: 0.02,
    minima: [[0]],
    lesson: 'A minimum in every ripple: where a descent ends depends on where it starts.',
  },
  {
    id: 'endless',
    name: 'Endless slope',
    expression: 'log(1 + exp(-x))',
    domain: [[-5, 12]],
    start: [-4],
    rate: 2,
    minima: [],
    lesson:
      'No minimum at all, as in logistic regression on separable data: it goes down for ever, ever more slowly.',
  },
]
