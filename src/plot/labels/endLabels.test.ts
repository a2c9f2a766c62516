import { describe, expect, test } from 'vitest'
import { viewOf } from '../view.ts'
import type { Box } from './box.ts'
import { endLabels, type Named } from './endLabels.ts'
import { covered } from './placeLabels.ts'

const margins = { top: 10, right: 10, bottom: 10, left: 10 }
const view = viewOf({ width: 620, height: 420, text: 13 }, { x: [0, 60], y: [0, 40] }, margins)
const space = { bounds: { x: 10, y: 10, width: 600, height: 400 }, fontSize: 13 }
const named = (text: string, run: number, ...points: [number, number][]): Named => ({
  text,
  run,
  path: {
    x: Float64Array.from(points, ([x]) => x),
    y: Float64Array.from(points, ([, y]) => y),
  },
})
const placed = (paths: readonly Named[], playhead: number, last = new Map<Named, number>()) =>
  endLabels(paths, { view, space, taken: [], playhead, last })

describe('the name of a racer', () => {
  const path = named('Adam', 0, [10, 10], [20, 10], [30, 20])

  test('stands at the end until it runs, then at its ball', () => {
    const at = (playhead: number) => placed([path], playhead).map(({ x, y }) => [x, y])
    expect(at(0)).toEqual([[view.x(30), view.y(20)]])
    expect(at(1)).toEqual([[view.x(20), view.y(10)]])
    expect(at(1.5)).toEqual([[view.x(25), view.y(15)]])
  })

  test('keeps to its side while it is free there', () => {
    const last = new Map([[path, 4]])
    const [label] = placed([path], 1, last)
    expect(label?.box.x).toBeLessThan(view.x(20) - 12)
    expect(last.get(path)).toBe(4)
  })

  test('tells where the path leaves the picture, and for what number', () => {
    const leaving = named('SGD', 0, [10, 10], [30, 10], [1e9, 10], [-3e9, 10])
    const [label] = placed([leaving], 0)
    expect(label).toMatchObject({ text: 'SGD → −3·10⁹', leaves: 0 })
    expect([label?.x, label?.y]).toEqual([610, view.y(10)])
    expect(placed([leaving], 2)[0]?.text).toBe('SGD → 10⁹')
    expect(placed([leaving], 1)[0]?.text).toBe('SGD')
    const upwards = named('', 0, [10, 10], [10, 1e6])
    expect(placed([upwards], 0)).toMatchObject([{ text: '→ 10⁶', leaves: -90, y: 10 }])
  })

  test('is none where nothing of the path is to be seen', () => {
    expect(placed([named('far', 0, [-9, 0], [-9, 1])], 1)).toEqual([])
  })
})

test('names of racers at one place do not cover each other', () => {
  const crowd = Array.from({ length: 10 }, (_, run) =>
    named(`SGD lr 0.${run}`, run, [30, 20], [31, 20]),
  )
  const boxes = placed(crowd, 0.5).map(({ box }) => box)
  expect(boxes).toHaveLength(10)
  for (const [i, box] of boxes.entries()) expect(covered(box, boxes.slice(0, i))).toBe(0)
})

test('a name that near words leave only a place further off stands there', () => {
  const path = named('Lion', 0, [30, 20], [31, 20])
  const taken: Box[] = []
  const place = () => endLabels([path], { view, space, taken, playhead: 1 })[0]
  // Each place near the ball is taken, but by so little that another ring costs more.
  for (let label = place(); label && !label.isFar; label = place())
    taken.push({ ...label.box, height: 0.3 })
  expect(taken.length).toBeGreaterThan(4)
  expect(place()?.isFar).toBe(true)
})
