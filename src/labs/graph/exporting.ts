// What can be taken away of a graph comes when someone asks for it.
import { arrival } from '../../ui/parts/arrival.ts'
import type { GraphLab } from './graph.ts'

const exporting = arrival(async () => (await import('./exports.ts')).exportsOf)

export const exportsOf = async (lab: GraphLab) => (await exporting.soon())(lab)
