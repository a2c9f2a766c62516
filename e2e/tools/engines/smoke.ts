// The smoke part: what every engine has to do, one row each, in the words of whoever does it.
import { readdirSync } from 'node:fs'
import { lecture } from '../../graph.ts'
import { momentum } from '../../maps.ts'
import { notebook } from '../../notebook.ts'
import { beside } from './beside.ts'
import type { Thing } from './driver.ts'
import { apart, descended, differentiated, swept, trained } from './numbers.ts'
import type { Row } from './row.ts'
import { button, field, iteration, link, outcome, plot, region, slider } from './things.ts'

const said = /./

/** A link to a lab. */
interface Opening {
  readonly link: string
  /** What is to be seen. */
  readonly shows: Thing
  /** What says that there is nothing more to wait for, and in which words. */
  readonly ends?: readonly [Thing, RegExp]
  /** What plain Node makes of the link, and how far the page may be from it. */
  readonly table: (link: string) => string
  readonly within: number
}

const race = '#/surface?f=rosenbrock&start=-1.5,2&steps=40&run=adam(lr=0.05)&run=sgd(lr=0.0005)'
const training = (layers: string) =>
  `#/network?data=moons(n=100,noise=0.2)&layers=${layers}&batch=20&epochs=6&at=24&run=adam(lr=0.01)`
const descents = { shows: plot, within: 1e-9 }
const trainings: Omit<Opening, 'link' | 'within'> = {
  shows: region('Fit'),
  ends: [outcome, /^Trained/],
  table: trained,
}

/** The labs by the names of their folders. */
const openings: Readonly<Record<string, readonly Opening[]>> = {
  curve: [{ ...descents, link: notebook.valleys, table: (link) => descended(link, ['x']) }],
  surface: [{ ...descents, link: race, table: (link) => descended(link, ['x', 'y']) }],
  graph: [{ link: lecture, shows: region('Graph'), table: differentiated, within: 1e-9 }],
  network: [
    // Data, initial weights and training: the same bits in every engine.
    { ...trainings, link: training('8'), within: 0 },
    // In single precision, where engines may add up in another order.
    { ...trainings, link: training('128:128'), within: 1e-4 },
  ],
  maps: [
    {
      link: momentum,
      shows: region('Map'),
      ends: [region('Map'), /The map is whole/],
      table: swept,
      within: 1e-9,
    },
  ],
}

const labs = readdirSync('src/labs', { withFileTypes: true }).filter((it) => it.isDirectory())

const opens: readonly Row[] = labs.flatMap(({ name }) =>
  (openings[name] ?? [undefined]).map((opening) => ({
    promise: `the ${name} lab opens ${opening?.link ?? ''} and has the numbers of plain Node`,
    async keep({ opens, sees, exports }) {
      if (!opening) throw new Error('nothing says how it opens')
      const { link, shows, ends, table, within } = opening
      await opens(link)
      await sees(shows)
      if (ends) await sees(...ends)
      const distance = apart(String(await exports('CSV')), table(link))
      if (distance > within) throw new Error(`they are ${distance} apart`)
      return distance ? `${distance.toExponential(0)} apart` : 'not a bit apart'
    },
  })),
)

/** What a file begins with, by the item of the Export menu that gives it. */
const files = {
  JSON: /^\{/,
  PyTorch: /^#[\s\S]*import torch/,
  Notebook: /^\{[\s\S]*"nbformat"/,
  SVG: /^<svg /,
  PNG: /^\x89PNG/,
  LaTeX: /\\begin\{align/,
}

/** The rows, in the order in which a visitor might meet them. */
export const smoke: readonly Row[] = [
  {
    promise: 'from home to a running experiment in one click',
    async keep({ opens, sees, clicks }) {
      await opens('#/')
      await sees(plot)
      await clicks(link(/^Play/))
      await sees(outcome, said)
    },
  },
  ...opens,
  {
    promise: 'the notebook’s soda can reaches R = 3.745',
    async keep({ opens, sees, presses }) {
      await opens(notebook.can)
      await sees(outcome, /^Converged at step 18/)
      await sees(button('Play'))
      await presses('End')
      await sees(iteration, /^100$/)
      await sees(region('Update rule'), /3\.745/)
    },
  },
  {
    promise: 'it plays, pauses and goes on by keys',
    async keep({ opens, sees, clicks, presses }) {
      await opens(`${notebook.parabola}&at=1`)
      await sees(outcome, said)
      await clicks(button('Play'))
      await sees(iteration, /^([5-9]|\d\d)$/)
      await clicks(button('Pause'))
      const here = Number(await sees(iteration))
      await presses('ArrowRight')
      await sees(iteration, new RegExp(`^${here + 1}$`))
    },
  },
  {
    promise: 'the start is dragged, and the whole path with it',
    async keep({ opens, sees, drags }) {
      await opens(notebook.valleys)
      await sees(outcome, said)
      await drags(slider('Start'), -100, -40)
      await sees(field('Start x'), /^[45]/)
      await sees(plot, /start [45]/)
    },
  },
  {
    promise: `the plot and its numbers are saved: ${Object.keys(files).join(', ')}`,
    async keep({ opens, sees, exports }) {
      await opens(notebook.valleys)
      await sees(outcome, said)
      for (const [item, beginning] of Object.entries(files)) {
        const file = (await exports(item)).toString('latin1')
        if (!beginning.test(file)) throw new Error(`${item} begins with ${file.slice(0, 80)}`)
      }
    },
  },
  ...beside,
]
