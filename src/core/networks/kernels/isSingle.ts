/** Networks of more parameters are computed in single precision, as PyTorch does it. */
const most = 10_000

/** Whether a network of so many parameters is computed in single precision, else in double precision. */
export const isSingle = (parameters: number): boolean => parameters > most
