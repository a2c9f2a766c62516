// What the controls of a network do: pure functions from experiment to experiment.
import { type DataSpec, isOwn, ownId, usualData } from '../../core/experiment/networkData.ts'
import type { NetworkExperiment } from '../../core/experiment/networkExperiment.ts'
import { completedNetwork } from '../../core/experiment/networkParts.ts'
import type { Points } from '../../core/networks/data/kind.ts'
import type { Edit } from './changes.ts'

/** An edit after which training begins anew: nothing of its story is left. */
const anew =
  (edit: Edit): Edit =>
  (experiment) => {
    const { at: _, changes: __, ...rest } = edit(experiment)
    return rest
  }

/** The same where the network gets another shape: weights of the old one do not fit. */
export const reshaped = (edit: Edit): Edit =>
  anew((experiment) => {
    const { weights: _, ...rest } = edit(experiment)
    return rest
  })

const set = (part: Partial<NetworkExperiment>): Edit =>
  anew((experiment) => ({ ...experiment, ...part }))

/** Another kind of data, with the numbers and the loss that suit it. */
export const chooseData = (kind: string): Edit =>
  reshaped(({ loss: _, data, ...experiment }) => {
    const points = data && isOwn(data) ? data : { inputs: [[0]], targets: [[0]] }
    return { ...experiment, data: kind === ownId ? { ...points, kind } : { kind } }
  })

type Numbers = Partial<Record<'n' | 'noise' | 'seed', number>>

/** How generated data are drawn. */
export const setData = (numbers: Numbers): Edit =>
  anew((experiment) => {
    const data = experiment.data ?? usualData
    return isOwn(data) ? experiment : { ...experiment, data: { ...data, ...numbers } as DataSpec }
  })

/** Points of one's own; whole numbers from 0 on may be classes, which the loss decides. */
export const setPoints = (points: Points, loss?: string): Edit =>
  reshaped(({ loss: before, ...experiment }) => ({
    ...experiment,
    data: { kind: ownId, ...points },
    ...((loss ?? before) !== undefined && { loss: loss ?? before }),
  }))

export const setSplit = (split: number): Edit => set({ split })
export const setStandardize = (standardize: boolean): Edit => set({ standardize })
export const setLoss = (loss: string): Edit => reshaped((experiment) => ({ ...experiment, loss }))
export const setInit = (init: string): Edit => reshaped((experiment) => ({ ...experiment, init }))
export const setDropout = (dropout: number): Edit => set({ dropout })
export const setShuffle = (shuffle: boolean): Edit => set({ shuffle })
export const setEpochs =
  (epochs: number): Edit =>
  (experiment) => ({ ...experiment, epochs })
export const setSeed = (seed: number): Edit => set({ seed })

/** Where parameters begin, instead of where the initialization puts them: a list of numbers for each tensor. */
export const setWeights = (weights: NonNullable<NetworkExperiment['weights']>): Edit =>
  set({ weights })

/** Takes effect with the next batch, where it is adjusted on the way. */
export const setBatch =
  (batch: number | 'full'): Edit =>
  (experiment) => ({ ...experiment, batch })

/** @param layer from 0 */
export const setUnits = (layer: number, units: number): Edit =>
  reshaped((experiment) => ({
    ...experiment,
    layers: completedNetwork(experiment).layers.map((before, i) => (i === layer ? units : before)),
  }))

export const setActivation = (activation: string): Edit => set({ activation })

/** @param layer from 0: all others keep theirs */
export const setLayerActivation = (layer: number, chosen: string): Edit =>
  anew((experiment) => {
    const { layers, activation } = completedNetwork(experiment)
    const each = layers.map((_, i) =>
      i === layer
        ? chosen
        : typeof activation === 'string'
          ? activation
          : (activation[i] ?? chosen),
    )
    return { ...experiment, activation: each.every((one) => one === each[0]) ? chosen : each }
  })
