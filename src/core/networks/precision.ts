// Where a training swings to and fro, the rounding of single precision grows a thousandfold in twenty epochs; a small
// network is computed in double precision in the same time, and alike in every engine.

/** Networks of more parameters are computed in single precision, as PyTorch does it. */
const most = 10_000

/** Whether a network of so many parameters is computed in double precision. */
export const isPrecise = (parameters: number): boolean => parameters <= most
