import type { ComponentType } from 'react'
import { DescentFrame } from '../../panels/DescentFrame.tsx'
import type { DescentLab } from '../../state/descents/descents.ts'
import { Maps } from './Maps.tsx'

export { maps } from './maps.ts'

/**
 * The maps lab.
 * @param plots what shows the run at the mark, by how many variables it has: the other labs' own pictures
 */
export const mapsLab = (plots: readonly ComponentType[]) =>
  function MapsLab({ lab }: { readonly lab: DescentLab }) {
    return (
      <DescentFrame lab={lab} variables={offered} plot={<Maps plots={plots} />} tables={null} />
    )
  }

/** Functions of so many variables are offered. */
const offered = [1, 2]
