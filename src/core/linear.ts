// Linear equations.

/** Solves A·x = b by elimination with pivots; ∞ or NaN where A is singular. A is n × n, row by row. */
export function solve(matrix: Float64Array, right: ArrayLike<number>): Float64Array {
  const n = right.length
  const rows = Array.from({ length: n }, (_, i) => [
    ...matrix.subarray(i * n, (i + 1) * n),
    right[i] as number,
  ])
  for (let c = 0; c < n; c++) {
    const size = (i: number) => Math.abs(rows[i]?.[c] as number)
    let pivot = c
    for (let i = c + 1; i < n; i++) if (size(i) > size(pivot)) pivot = i
    ;[rows[c], rows[pivot]] = [rows[pivot] as number[], rows[c] as number[]]
    const top = rows[c] as number[]
    for (let i = 0; i < n; i++) {
      if (i === c) continue
      const row = rows[i] as number[]
      const times = (row[c] as number) / (top[c] as number)
      for (let j = c; j <= n; j++) row[j] = (row[j] as number) - times * (top[j] as number)
    }
  }
  return Float64Array.from(rows, (row, i) => (row[n] as number) / (row[i] as number))
}
