// The parameters of a function of the catalogue.
import type { Edit } from './experiment.ts'

export const setParameter =
  (name: string, value: number): Edit =>
  (experiment) => ({ ...experiment, params: { ...experiment.params, [name]: value } })
