import { describe, expect, test } from 'vitest'
import { readPoints } from './readPoints.ts'

describe('a table of points is read', () => {
  test.each([
    ['0,1\n2,3', [[0], [2]], [[1], [3]]],
    ['x,y\n0,1\n2,3\n', [[0], [2]], [[1], [3]]],
    ['\uFEFFx;y\r\n0,5;1\r\n2;3,25\r\n', [[0.5], [2]], [[1], [3.25]]],
    ['a\tb\tc\n1\t2\t3', [[1, 2]], [[3]]],
    ['"x","y"\n"1","2"', [[1]], [[2]]],
    ['1e-3,-2', [[0.001]], [[-2]]],
  ])('%j', (text, inputs, targets) => {
    expect(readPoints(text)).toMatchObject({ inputs, targets })
  })

  test('with words as classes', () => {
    expect(readPoints('x,y,kind\n0,1,dog\n2,3,cat\n4,5,dog')).toEqual({
      inputs: [
        [0, 1],
        [2, 3],
        [4, 5],
      ],
      targets: [[1], [0], [1]],
      names: ['x', 'y', 'kind'],
      classes: ['cat', 'dog'],
    })
  })
})

describe('what is none says where', () => {
  test.each([
    ['', 'The table is empty'],
    ['1\n2', 'The table has one column'],
    ['x,y\n1,2\n3,', 'Row 3 has nothing in column “y”'],
    ['1,2\n\n\n3,x\n5,6', 'Row 4 has “x”, which is no number in column 2'],
    ['1,2\n3\n', 'Row 2 has 1 column, and the first one has 2'],
    ['height,kind\n1,cat\n2,\n0,dog', 'Row 3 has nothing in column “kind”: write a class there'],
    ['height,kind\n1,"cat\n2,dog\n3,dog', 'Row 2 has a quotation mark (") that is not closed'],
    ['1,2\nabc,4', 'Row 2 has “abc”, which is no number in column 1'],
    ['1,2\n3,4,5', 'Row 2 has 3 columns, and the first one has 2'],
    ['1,2\nInfinity,4', 'Row 2 has “Infinity”'],
    [`x,y\n${'1,2\n'.repeat(1_000_000)}`, 'The table has about 1,000,002 rows'],
  ])('%#', (text, words) => {
    expect(() => readPoints(text)).toThrow(words)
  })
})
