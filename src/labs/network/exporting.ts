// What can be taken away of a training comes when someone asks for it.
import type { NetworkLab } from '../../state/networks/networks.ts'
import { arrival } from '../../ui/parts/arrival.ts'

const exporting = arrival(async () => (await import('./exports.ts')).exportsOf)

export const exportsOf = async (lab: NetworkLab) => (await exporting.soon())(lab)
