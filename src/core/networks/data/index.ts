// The kinds of data, in the order of the menu.
import { classes } from './classes.ts'
import type { DataKind } from './kind.ts'
import { regression } from './regression.ts'

export const dataKinds: readonly DataKind[] = [...regression, ...classes]
