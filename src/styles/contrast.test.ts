import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { networkLimits } from '../core/experiment/networkLimits.ts'

/** The colours that stand in a style sheet as numbers: for light and for dark. */
const coloursIn = (sheet: string) =>
  [
    ...readFileSync(`src/styles/${sheet}.css`, 'utf8').matchAll(
      /--([\w-]+): light-dark\((#\w+), (#\w+)\)/g,
    ),
  ].map(
    ([, name, light, dark]) =>
      [String(name), { light: String(light), dark: String(dark) }] as const,
  )

const colours = new Map(coloursIn('tokens'))
/** On a wall. */
const projected = new Map([...colours, ...coloursIn('projector')])

/** WCAG 2: relative luminance, and what follows from it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (bright + 0.05) / (dark + 0.05)
}

const racers = [...colours.keys()].filter((name) => name.startsWith('run-'))
const meanings = ['gradient', 'step', 'memory', 'scale', 'rate', 'good', 'bad']

test('there are ten racers', () => {
  expect(racers).toHaveLength(10)
})

const classes = [...colours.keys()].filter((name) => name.startsWith('class-'))

test('there are as many classes as can be told apart', () => {
  expect(classes).toHaveLength(networkLimits.classes.most)
})

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(['paper', 'card', 'wash'])('text keeps a contrast of 4.5 on %s', (ground) => {
    const of = (name: string) => colours.get(name)?.[theme] ?? ''
    const pale = [...racers, ...meanings, 'ink', 'muted'].filter(
      (ink) => !(contrast(of(ink), of(ground)) >= 4.5),
    )
    expect(pale).toEqual([])
  })

  test.each(['paper', 'card', 'wash'])('text on a wall keeps a contrast of 7 on %s', (ground) => {
    const of = (name: string) => projected.get(name)?.[theme] ?? ''
    const pale = [...racers, ...meanings, 'negative', 'positive', 'ink', 'muted'].filter(
      (ink) => !(contrast(of(ink), of(ground)) >= 7),
    )
    expect(pale).toEqual([])
  })

  test('the points of a class keep a contrast of 3 on paper', () => {
    const of = (name: string) => colours.get(name)?.[theme] ?? ''
    expect(classes.filter((name) => !(contrast(of(name), of('paper')) >= 3))).toEqual([])
  })
})
