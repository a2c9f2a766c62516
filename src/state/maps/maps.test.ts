// What becomes of maps when links, changes and marks are made.
import { describe, expect, test } from 'vitest'
import type { Experiment } from '../../core/experiment/experiment.ts'
import { ExperimentError } from '../../core/experimentError.ts'
import type { MapExperiment } from '../../core/maps/mapExperiment.ts'
import { withoutMap } from '../../core/maps/mapExperiment.ts'
import { mapParts } from '../../core/maps/mapParts.ts'
import { experimentAt, type PreparedMap, prepareMap } from '../../core/maps/prepareMap.ts'
import { chooseFunction } from '../edits/experiment.ts'
import { decodeLink } from '../links/decodeLink.ts'
import { setMark } from './edits.ts'
import { fitted } from './fitted.ts'
import { maps } from './maps.ts'
import { mapsOf } from './mapsOf.ts'
import { markOf, roundedEnds, shareOf, valueAtShare } from './places.ts'

const kind = maps({ initial: { f: 'himmelblau' }, exports: async () => [] })
const opened = (link: string) => {
  const { experiment, complaints } = decodeLink(mapParts, `#/maps?${link}`)
  const { lab: _, ...said } = experiment
  const mended = kind.mend(said as Partial<Experiment>)
  return {
    experiment: mended.experiment as MapExperiment,
    complaints: [...complaints, ...mended.complaints],
  }
}

describe('a link', () => {
  test.each([
    ['f=x^2&x=lr(1:0.1)', 'a number to a larger one'],
    ['f=x^2&x=rate', 'There is no quantity "rate" to draw'],
    ['f=x^2&x=lr&y=lr', 'Both axes are lr'],
    ['f=x^2&size=5000', 'A map has from 1 to 1,024 pixels'],
    ['f=x^2&show=colour', 'show'],
    ['f=x^2&x=lr(-1:1:log)', 'needs numbers above 0'],
    ['f=x*y*z', 'A map has one or two variables, but f has 3: x, y, z'],
    ['f=x^2&run=sgd(lr=0.1)&x=beta1', 'There is no quantity "beta1"'],
  ])('%s is opened without what is wrong with it, and says so', (link, words) => {
    const { experiment, complaints } = opened(link)
    expect(complaints).toEqual([expect.stringContaining(words)])
    expect(kind.prepare(experiment).loss).toBeDefined()
  })

  test('has a map if one of its runs has the quantities', () => {
    const { experiment, complaints } = opened('f=x^2&run=adam(lr=0.1)&run=sgd(lr=0.1)&y=momentum')
    expect(complaints).toEqual([])
    const [adam, sgd] = mapsOf(experiment)
    expect(adam).toBeInstanceOf(ExperimentError)
    expect((sgd as PreparedMap).y.of).toBe('momentum')
  })
})

describe('a change', () => {
  const start: MapExperiment = {
    f: 'himmelblau',
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.01 } }],
    map: { x: { of: 'lr', from: 0.01, to: 0.02 }, y: { of: 'momentum' }, size: 16 },
  }

  test('to an optimizer without a quantity lets go of its axis alone', () => {
    const adam = { ...start, runs: [{ optimizer: 'adam' }] }
    expect(fitted(adam, start).map).toEqual({ x: start.map?.x, size: 16 })
  })

  test('to another function lets go of where the old one was looked at', () => {
    const here: MapExperiment = {
      ...start,
      map: { x: { of: 'start.x', from: -1, to: 1 }, y: { of: 'lr', from: 0.01, to: 0.1 } },
    }
    const other = chooseFunction('tanhsin')(here)
    expect(fitted(other, here).map).toEqual({
      x: { of: 'start.x' },
      y: { of: 'lr', from: 0.01, to: 0.1 },
    })
  })

  test('of anything else leaves the axes alone', () => {
    const longer = { ...start, steps: 7 }
    expect(fitted(longer, start)).toBe(longer)
  })
})

describe('the mark', () => {
  const experiment: MapExperiment = {
    f: 'bowl',
    start: [1, 2],
    runs: [
      { optimizer: 'adam', hyper: { lr: 0.1 } },
      { optimizer: 'sgd', hyper: { lr: 0.01, momentum: 0.3 } },
    ],
    map: {
      x: { of: 'lr', from: 0.001, to: 1, scale: 'log' },
      y: { of: 'start.y', from: -3, to: 3 },
      size: 20,
    },
  }

  test('at a pixel makes the run of that pixel, and of no other run more than the start', () => {
    const map = prepareMap(experiment, 1)
    const marked = setMark(map, 1, [4, 17])(experiment)
    const { lab: _, ...pixel } = experimentAt(experiment, 4, 17, 1)
    expect(marked.start).toEqual(pixel.start)
    expect(marked.runs?.[1]).toEqual(pixel.runs?.[0])
    expect(marked.runs?.[0]).toEqual(experiment.runs?.[0])
    expect(withoutMap(marked)).toEqual({ ...withoutMap(marked), start: pixel.start })
  })

  test('stands in the middle of its pixel afterwards', () => {
    const map = prepareMap(experiment, 1)
    const [x, y] = markOf(prepareMap(setMark(map, 1, [4, 17])(experiment), 1))
    expect(x * 20).toBeCloseTo(4.5, 9)
    expect(y * 20).toBeCloseTo(17.5, 9)
  })
})

describe('places', () => {
  const { x: linear } = prepareMap({ f: 'x^2', map: { x: { of: 'start.x', from: -2, to: 6 } } })
  const { x: log } = prepareMap({
    f: 'x^2',
    map: { x: { of: 'lr', from: 1e-4, to: 10, scale: 'log' } },
  })

  test.each([0, 0.25, 0.9, 1])('a share of %s is the value that has it', (share) => {
    for (const axis of [linear, log])
      expect(shareOf(axis, valueAtShare(axis, share))).toBeCloseTo(share, 12)
  })

  test('ends are as short as the width allows, and never moved by more than is seen', () => {
    for (const width of [1, 1e-3, 1e-9]) {
      const from = 1.2345678901234
      const { from: short } = roundedEnds({ ...linear, from, to: from + width })
      expect(Math.abs(short - from)).toBeLessThan(1e-3 * width)
      expect(String(short).length).toBeLessThanOrEqual(6 - Math.log10(width) + 1)
    }
  })
})
