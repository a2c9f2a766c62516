// What can be taken away of a map comes when someone asks for it.
import type { DescentLab } from '../../state/descents/descents.ts'
import { arrival } from '../../ui/parts/arrival.ts'

const exporting = arrival(async () => (await import('./exports.ts')).exportsOf)

export const exportsOf = async (lab: DescentLab) => (await exporting.soon())(lab)
