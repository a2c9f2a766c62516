// The parts of a map's experiment: the table that checks, files and links come from.
import { isCount, isNumber, isRecord, isText, wellFormed } from '../experiment/form.ts'
import { type InLinks, type Parts, partOf, readParts, writeParts } from '../experiment/part.ts'
import { partsOf } from '../experiment/parts.ts'
import { numberThat, oneOf } from '../experiment/texts.ts'
import { spelledAxes } from './axis.ts'
import { axisText, isScale } from './axisText.ts'
import { type AxisSpec, type MapExperiment, type MapSpec, mapsId, shows } from './mapExperiment.ts'

const specPart = partOf<MapSpec>()
const distance = (value: unknown) => Number.isFinite(value) && Number(value) >= 0

const axis = {
  form: {
    fits: (value: unknown) =>
      isRecord(value) &&
      isText(value.of) &&
      (value.from === undefined) === (value.to === undefined) &&
      [value.from, value.to].every((end) => end === undefined || isNumber(end)) &&
      (value.scale === undefined || isScale(value.scale)),
    words: 'a quantity and from where to where it goes',
    example: { of: 'lr', from: 0.001, to: 1, scale: 'log' } satisfies AxisSpec as AxisSpec,
  },
  text: axisText,
}

/** What a map says besides its descent. */
export const specParts: Parts<MapSpec> = [
  specPart('x', axis),
  specPart('y', axis),
  specPart('show', {
    form: { fits: (value) => shows.some((show) => show === value), words: shows.join(', ') },
    text: oneOf(shows),
    otherwise: () => 'outcome' as const,
  }),
  specPart('size', {
    form: { fits: isCount, words: 'a whole number of pixels', example: 256 },
    text: numberThat(isCount),
    otherwise: () => 256,
  }),
  specPart('tolerance', {
    form: { fits: distance, words: 'a number, 0 or more', example: 1e-6 },
    text: numberThat(distance),
    otherwise: () => 1e-6,
  }),
]

/** Each part of the map has a key of its own in a link. */
const mapInLinks: InLinks<MapExperiment, MapSpec> = {
  keys: specParts.flatMap(({ link }) => link?.keys ?? []),
  read(said) {
    const spec = readParts(specParts, said)
    return Object.keys(spec).length ? spec : undefined
  },
  write: (map) => writeParts(specParts, map),
}

const part = partOf<MapExperiment>()
/** What the plot of another lab shows, and in which window: a map says both in its own way. */
const elsewhere = ['lab', 'show', 'view']

export const mapParts: Parts<MapExperiment> = [
  part('lab', {
    form: { fits: isText, words: 'the name of a lab' },
    otherwise: () => mapsId,
    spelled: (lab) => lab,
  }),
  ...(partsOf().filter(({ name }) => !elsewhere.includes(name)) as unknown as Parts<MapExperiment>),
  part('map', {
    form: {
      fits: isRecord,
      words: 'the axes of a map and what it shows',
      example: { x: { of: 'lr', from: 0.001, to: 1, scale: 'log' }, y: { of: 'momentum' } },
      kept: (map, place, tell) => wellFormed(specParts, { ...map }, `the map of ${place}`, tell),
    },
    link: mapInLinks,
    otherwise: () => ({}),
    spelled: (map, experiment) => ({ ...map, ...spelledAxes({ ...experiment, map }) }),
  }),
]
