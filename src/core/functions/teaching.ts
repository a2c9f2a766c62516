// Functions of two variables made to teach one thing each.
import type { LossFunction } from './function.ts'
import { crossed, square } from './symmetry.ts'

export const teaching: readonly LossFunction[] = [
  {
    id: 'sum',
    name: 'Sum',
    expression: 'x + y',
    domain: square(4),
    start: [3, 2],
    rate: 0.1,
    minima: [],
    lesson: 'A plane: every term of a sum gets the same slope, and there is no minimum to come to.',
  },
  {
    id: 'product',
    name: 'Product',
    expression: 'x*y',
    domain: square(4),
    start: [3, 2.9],
    rate: 0.05,
    minima: [],
    lesson:
      'The slope along each factor is the other factor; where both are 0 it is level, and yet no minimum.',
  },
  {
    id: 'max',
    name: 'Maximum',
    expression: 'max(x, y)',
    domain: square(4),
    start: [3, 1],
    rate: 0.1,
    minima: [],
    lesson: 'Only the larger one has a slope: the other waits until it is overtaken.',
  },
  {
    id: 'saddle',
    name: 'Saddle',
    expression: 'x^2 - y^2',
    domain: square(4),
    start: [3, 0.001],
    rate: 0.05,
    minima: [],
    lesson:
      'A valley one way, a ridge the other: the descent stops for long where it is level, then slides off.',
  },
  {
    id: 'monkey',
    name: 'Monkey saddle',
    expression: 'x^3 - 3x*y^2',
    domain: square(2),
    start: [1.5, 0.003],
    rate: 0.01,
    minima: [],
    lesson:
      'Three ways up and three down, for the tail too: in the middle even the curvature is 0.',
  },
  {
    id: 'pass',
    name: 'Pass between two valleys',
    expression: '(x^2 - 1)^2/4 + y^2',
    domain: square(2),
    start: [0.001, 1.5],
    rate: 0.2,
    minima: [
      [-1, 0],
      [1, 0],
    ],
    lesson:
      'Down the ridge to the saddle, then to one side: how long does it take to leave where it is level?',
  },
  {
    id: 'ravine',
    name: 'Ravine at an angle',
    expression: '5*(x - y)^2 + (x + y)^2/20',
    domain: square(4),
    start: [-3.5, -2],
    rate: 0.09,
    minima: [[0, 0]],
    lesson:
      'A ravine along no axis: a step size for each coordinate of its own does not straighten it.',
  },
  {
    id: 'cliff',
    name: 'Plateau and cliff',
    expression: '(x^2 + y^2)/20 + 3*sigmoid(8*(x - 1))',
    domain: square(5),
    start: [4, 3],
    rate: 0.8,
    minima: [[-0.052764490244312054, 0]],
    lesson:
      'Gentle, gentle, then sheer: the one step that is taken on the cliff throws the point across the valley.',
  },
  {
    id: 'basins',
    name: 'Two basins',
    expression:
      '(x^2 + y^2)/20 - 0.4*exp(-3*((x - 2)^2 + (y - 1)^2)) - 2*exp(-((x + 1.5)^2 + (y + 0.5)^2)/2)',
    domain: square(4),
    start: [2.8, 1.9],
    rate: 0.2,
    minima: [
      [-1.4283773080649163, -0.4761257693549721],
      [1.915056942411851, 0.9577364312660052],
    ],
    lesson:
      'A shallow hollow on the way to a deep, wide one: with noise on the slope the descent gets out again.',
  },
  {
    id: 'rough',
    name: 'Rough bowl',
    expression: '(x^2 + y^2)/10 + (2 - cos(8x) - cos(8y))/20',
    domain: square(4),
    start: [-3.2, 2.4],
    rate: 0.3,
    minima: crossed([0, 0.7381466912063799, 1.4677913884357257]),
    lesson:
      'Ripples on a bowl, as noise in data makes them: small steps are caught by one, momentum rolls over many.',
  },
]
