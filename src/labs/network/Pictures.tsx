import { type CSSProperties, useCallback, useMemo } from 'react'
import { indexOfPlace, placeOfIndex, type WeightPlace } from '../../core/networks/places.ts'
import { useArrangement } from '../../panels/lab/arrangement.tsx'
import * as edits from '../../state/networks/edits.ts'
import { Region } from '../../ui/place.tsx'
import { Fits } from './Fits.tsx'
import { useTroubled } from './hand/Troubles.tsx'
import styles from './NetworkLab.module.css'
import { NetworkPicture } from './picture/NetworkPicture.tsx'
import { useNetworkLab, useNetworkState, useSelected, useShownTraining } from './useNetwork.ts'
import { useStill } from './useStill.ts'

/** The network and its answers, side by side. */
export const Pictures = () => (
  <div className={styles.pictures} style={useLayers()} data-drawn>
    <Region name="Network" className={styles.network}>
      <Drawn />
    </Region>
    <Region name="Fit" className={styles.fit}>
      <Fits />
    </Region>
  </div>
)

/** How many layers are hidden, for the style sheet. */
const useLayers = () =>
  ({ '--layers': useStill().prepared.architecture.hidden.length }) as CSSProperties

function Drawn() {
  const lab = useNetworkLab()
  const { prepared, probe, inputs, outputs } = useStill()
  const { architecture } = prepared
  const { seen } = useShownTraining()
  // Without its controls a network is looked at: on a wall, in another page.
  const isEdited = useArrangement().shown?.has('controls') !== false
  const moment = seen[useSelected()]?.moment
  const parameter = useNetworkState((state) => state.parameter)
  const chosen = useMemo(
    () => (parameter === undefined ? undefined : placeOfIndex(architecture, parameter)),
    [architecture, parameter],
  )
  const choose = useCallback(
    (place: WeightPlace | undefined) =>
      lab.look({ parameter: place && indexOfPlace(architecture, place) }),
    [lab, architecture],
  )
  const editUnits = useCallback(
    (layer: number, units: number) => void lab.rebuild(edits.setUnits(layer, units)),
    [lab],
  )
  const editLayers = useCallback((count: number) => void lab.deepen(count), [lab])
  return (
    <NetworkPicture
      architecture={architecture}
      inputNames={inputs}
      outputNames={outputs}
      probe={probe}
      moment={moment}
      troubled={useTroubled()}
      chosen={chosen}
      onChoose={choose}
      onEditUnits={isEdited ? editUnits : undefined}
      onEditLayers={isEdited ? editLayers : undefined}
    />
  )
}
