import { useMemo } from 'react'
import type { NetworkExperiment } from '../../core/experiment/networkExperiment.ts'
import { networkParts } from '../../core/experiment/networkParts.ts'
import { beyondLink } from '../../state/links/encodeLink.ts'
import { useNetworkState } from './useNetwork.ts'

interface Props {
  readonly part: keyof NetworkExperiment
  readonly className: string | undefined
}

/** What links do not say of a part of the experiment, beside the controls of that part. */
export function Unsaid({ part, className }: Props) {
  const value = useNetworkState(({ experiment }) => experiment[part])
  const words = useMemo(
    () =>
      beyondLink(
        networkParts.filter(({ name }) => name === part),
        { [part]: value },
      ),
    [part, value],
  )
  return words === undefined ? null : <p className={className}>{words}.</p>
}
