import { expect } from 'vitest'

/** Braces are balanced, and every environment that begins ends, in the right order. */
export function expectLatex(text: string): void {
  expect(text.match(/(?<!\\)\{/g)?.length).toBe(text.match(/(?<!\\)\}/g)?.length)
  const open: string[] = []
  for (const [, what, name = ''] of text.matchAll(/\\(begin|end)\{(\w+\*?)\}/g)) {
    if (what === 'begin') open.push(name)
    else expect(open.pop()).toBe(name)
  }
  expect(open).toEqual([])
  expect(text).not.toMatch(/undefined|NaN|htmlData|[·−⁻₀η]/)
  expect(text.match(/(?<!\\)\$/g)?.length ?? 0).toSatisfy((count: number) => count % 2 === 0)
}
