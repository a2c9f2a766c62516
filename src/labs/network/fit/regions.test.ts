import { describe, expect, test } from 'vitest'
import { classOf, type Reading } from '../../../core/networks/answers.ts'
import { probeOf } from '../../../core/networks/probe.ts'
import { boundariesOf } from './boundaries.ts'
import { rasterOf } from './raster.ts'
import { fineSize, paintRegions, scoreGrid } from './regions.ts'
import { strengthIn, strengthOf, strengthsFor, surenessOf } from './sureness.ts'

const probe = probeOf({
  inputs: [
    [0, 0],
    [1, 1],
  ],
  targets: [[0], [1]],
})
const { columns, rows } = probe
const colours = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
] as const

/** Answers at each point of the probe, by its column and row. */
const answersBy = (width: number, answer: (c: number, r: number, k: number) => number) =>
  Float32Array.from({ length: columns * rows * width }, (_, i) => {
    const point = Math.floor(i / width)
    return answer(point % columns, Math.floor(point / columns), i % width)
  })

const cases: readonly (readonly [Reading, Float32Array])[] = [
  [{ loss: 'mse', classes: 3 }, answersBy(1, (c, r) => 1 + Math.sin(c / 9) + Math.cos(r / 7))],
  [
    { loss: 'cross-entropy', classes: 3 },
    answersBy(3, (c, r, k) => 3 * Math.sin(c / 9 + k) * Math.cos(r / 7 + 2 * k)),
  ],
]

describe.each(cases)('%o', (reading, answers) => {
  const grid = scoreGrid(probe, answers, reading)
  const raster = rasterOf(...fineSize(probe))
  paintRegions(raster, grid, colours)
  /** The pixel of a point of the probe. */
  const pixelAt = (c: number, r: number) => {
    const finer = (raster.columns - 1) / (columns - 1)
    const at = 4 * ((raster.rows - 1 - finer * r) * raster.columns + finer * c)
    return [...raster.pixels.slice(at, at + 4)]
  }

  test('each point has the colour of its class', () => {
    for (let r = 0; r < rows; r += 7)
      for (let c = 0; c < columns; c += 5) {
        const meant = classOf(answers, r * columns + c, reading)
        const colour = colours[meant] ?? []
        expect(pixelAt(c, r).slice(0, 3)).toEqual(colour.map((part) => 255 * part))
      }
  })

  test('what is looked up is as strong as what is computed', () => {
    const strengths = strengthsFor(reading)
    const sureness = surenessOf(grid)
    for (let i = 0; i < sureness.length; i += 11) {
      const answered = sureness[i] as number
      const share = reading.loss === 'mse' ? answered : 1 / (1 + Math.exp(-answered))
      const expected = 255 * strengthOf(share, reading.classes)
      expect(Math.abs(strengthIn(strengths, answered) - expected)).toBeLessThan(1.5)
    }
  })

  test('lines run where two classes are as likely, and everywhere between them', () => {
    const lines = boundariesOf(grid)
    expect(lines.length).toBeGreaterThan(100)
    const near = new Set<string>()
    for (let i = 0; i < lines.length; i += 2)
      near.add(`${Math.floor(lines[i] as number)},${Math.floor(lines[i + 1] as number)}`)
    // Neighbours of different classes have a line in the cells that they share.
    for (let r = 1; r + 1 < rows; r++)
      for (let c = 1; c + 1 < columns; c++) {
        if (grid.meant[r * columns + c] === grid.meant[r * columns + c + 1]) continue
        expect([`${c},${r}`, `${c},${r - 1}`].some((cell) => near.has(cell))).toBe(true)
      }
  })
})

test('a straight boundary is met exactly', () => {
  const reading: Reading = { loss: 'mse', classes: 2 }
  const at = 20.25
  const grid = scoreGrid(
    probe,
    answersBy(1, (c) => 0.5 + (c - at) / 10),
    reading,
  )
  const lines = boundariesOf(grid)
  expect(lines).toHaveLength(4 * (rows - 1))
  for (let i = 0; i < lines.length; i += 2) expect(lines[i]).toBeCloseTo(at, 4)
})

test('what has no answer is not painted', () => {
  const reading: Reading = { loss: 'cross-entropy', classes: 3 }
  const raster = rasterOf(...fineSize(probe))
  const grid = scoreGrid(
    probe,
    answersBy(3, () => Number.NaN),
    reading,
  )
  paintRegions(raster, grid, colours)
  expect(raster.pixels.every((part, i) => i % 4 !== 3 || part === 0)).toBe(true)
  expect(boundariesOf(grid)).toHaveLength(0)
})

test('along one input there is one row', () => {
  const one = probeOf({ inputs: [[0], [1]], targets: [[0], [1]] })
  const reading: Reading = { loss: 'mse', classes: 2 }
  const raster = rasterOf(...fineSize(one))
  const answers = Float32Array.from(one.points)
  paintRegions(raster, scoreGrid(one, answers, reading), colours)
  expect(raster.rows).toBe(1)
  expect([...raster.pixels.slice(0, 3)]).toEqual([255, 0, 0])
  expect([...raster.pixels.slice(-4, -1)]).toEqual([0, 255, 0])
})

test('a class is the stronger the surer it is, and never as strong as its points', () => {
  const strengths = [0.5, 0.6, 0.9, 1].map((share) => strengthOf(share, 2))
  expect(strengths).toEqual([...strengths].sort((a, b) => a - b))
  expect(strengths[0]).toBeGreaterThan(0)
  expect(strengths.at(-1)).toBeLessThan(0.6)
})
