// What can be taken away of a graph comes when someone asks for it.

import type { GraphLab } from '../../state/graphs/graphs.ts'
import { arrival } from '../../ui/parts/arrival.ts'

const exporting = arrival(async () => (await import('./exports.ts')).exportsOf)

export const exportsOf = async (lab: GraphLab) => (await exporting.soon())(lab)
