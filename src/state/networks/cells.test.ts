import { dsvFormat } from 'd3'
import { describe, expect, test } from 'vitest'
import { uniform } from '../../core/random.ts'
import { cellsOf } from './cells.ts'

test.each([
  [
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a,\r\n,b',
    [
      ['a', ''],
      ['', 'b'],
    ],
  ],
  [
    '"a,b","say ""c"""\r"d\ne",f',
    [
      ['a,b', 'say "c"'],
      ['d\ne', 'f'],
    ],
  ],
  ['a "quoted" word,"never closed\n1,2', [['a "quoted" word', 'never closed\n1,2']]],
])('%j', (text, rows) => {
  expect(cellsOf(text, ',')).toEqual(rows)
})

describe.each([',', ';', '\t'])('with %j between cells', (separator) => {
  test('a table is read as d3 reads it, whatever stands in it', () => {
    const signs = [separator, '"', '"', '\n', '\r\n', '\r', 'a', ' 1']
    for (let k = 0; k < 500; k++) {
      const length = 1 + Math.floor(12 * uniform(1, k))
      const some = Array.from({ length }, (_, i) => signs[Math.floor(8 * uniform(2, k, i))])
      const text = some.join('').trim()
      if (text) expect(cellsOf(text, separator)).toEqual(dsvFormat(separator).parseRows(text))
    }
  })
})
