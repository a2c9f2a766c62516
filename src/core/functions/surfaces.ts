// Functions of two variables that everybody tries optimizers on.
import type { LossFunction } from './function.ts'
import { crossed, mirrored, square } from './symmetry.ts'

export const surfaces: readonly LossFunction[] = [
  {
    id: 'bowl',
    name: 'Bowl',
    expression: '(c*x + s*y)^2 + kappa*(c*y - s*x)^2',
    parameters: {
      kappa: { value: 10, name: 'Steepness κ', range: [1, 100], above: 0 },
      angle: { value: 0, name: 'Angle', unit: '°', range: [-90, 90] },
    },
    constants: { c: 'cos(angle*pi/180)', s: 'sin(angle*pi/180)' },
    domain: square(5),
    start: [-4, 2.5],
    rate: 0.09,
    minima: [[0, 0]],
    lesson:
      'A valley, turned by an angle (c and s are its cosine and sine): κ times as steep across as along.',
  },
  {
    id: 'rosenbrock',
    name: 'Rosenbrock',
    expression: '(1 - x)^2 + 100*(y - x^2)^2',
    domain: [
      [-2, 2],
      [-1, 3],
    ],
    start: [-1.5, 2],
    rate: 0.0005,
    minima: [[1, 1]],
    lesson:
      'A curved valley: down its wall is quick, along its floor takes thousands of small steps.',
  },
  {
    id: 'himmelblau',
    name: 'Himmelblau',
    expression: '(x^2 + y - 11)^2 + (x + y^2 - 7)^2',
    domain: square(6),
    start: [0, 0],
    rate: 0.01,
    minima: [
      [3, 2],
      [-2.805118086952745, 3.131312518250573],
      [-3.779310253377747, -3.283185991286169],
      [3.5844283403304917, -1.8481265269644034],
    ],
    lesson:
      'Four minima of the same depth: which one is found hangs on the start and on the method.',
  },
  {
    id: 'beale',
    name: 'Beale',
    expression: '(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2',
    domain: square(4.5),
    start: [1, 1.5],
    rate: 0.01,
    minima: [[3, 0.5]],
    lesson:
      'Nearly level in the middle, walls at the corners: a learning rate for the one is wrong for the other.',
  },
  {
    id: 'booth',
    name: 'Booth',
    expression: '(x + 2y - 7)^2 + (2x + y - 5)^2',
    domain: square(10),
    start: [-8, 6],
    rate: 0.08,
    minima: [[1, 3]],
    lesson:
      'A bowl at an angle, nine times as steep across as along: least squares for two equations.',
  },
  {
    id: 'matyas',
    name: 'Matyas',
    expression: '0.26*(x^2 + y^2) - 0.48*x*y',
    domain: square(10),
    start: [-9, 4],
    rate: 1.5,
    minima: [[0, 0]],
    lesson: 'A shallow valley along x = y: the wall is behind after two steps, the floor goes on.',
  },
  {
    id: 'camel',
    name: 'Three-hump camel',
    expression: '2x^2 - 1.05x^4 + x^6/6 + x*y + y^2',
    domain: square(2.5),
    start: [2.2, -1.8],
    rate: 0.05,
    minima: [
      [0, 0],
      [1.7475523458302888, -0.8737761729151444],
      [-1.7475523458302888, 0.8737761729151444],
    ],
    lesson: 'Three valleys in a row: plain descent stays in the first one, momentum can roll on.',
  },
  {
    id: 'styblinski',
    name: 'Styblinski–Tang',
    expression: '(x^4 - 16x^2 + 5x + y^4 - 16y^2 + 5y)/2',
    domain: square(5),
    start: [0.5, -4.5],
    rate: 0.01,
    minima: [-2.903534027771177, 2.746802770990837].flatMap((x, _, both) =>
      both.map((y) => [x, y]),
    ),
    lesson: 'Four minima of different depth: half a step to the side of the ridge decides which.',
  },
  {
    id: 'rastrigin',
    name: 'Rastrigin',
    expression: '20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)',
    domain: square(5.12),
    start: [3.4, -2.3],
    rate: 0.002,
    minima: crossed([
      0, 0.9949586376523348, 1.9899122337085495, 2.984855701039481, 3.979783860300754,
      4.974691390895051,
    ]),
    lesson: 'A trap in every direction: a descent ends in the hollow that it started in.',
  },
  {
    id: 'ackley',
    name: 'Ackley',
    expression: '20 + e - 20*exp(-0.2*sqrt((x^2 + y^2)/2)) - exp((cos(2*pi*x) + cos(2*pi*y))/2)',
    domain: square(3.5),
    start: [2.6, 1.4],
    rate: 0.02,
    minima: [
      [0, 0] as const,
      [0.9521665459501717, 0] as const,
      [0.9684776587077244, 0.9684776587077244] as const,
      [1.9589197181217173, 0] as const,
      [1.9646166628629864, 0.9824160350791393] as const,
      [1.9744519864841168, 1.9744519864841168] as const,
      [2.964619443112052, 0] as const,
      [2.9672595287625643, 0.9891541864816626] as const,
      [2.973139419924383, 1.9821399503814776] as const,
      [2.9792239546911445, 2.9792239546911445] as const,
    ].flatMap(mirrored),
    lesson:
      'Ripples on a funnel that ends in a point: at the lowest place of all there is no slope to compute.',
  },
]
