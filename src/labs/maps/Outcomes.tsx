import { ascending } from 'd3'
import { useMemo } from 'react'
import { arrivedCode, meaningOf, restsOn } from '../../core/maps/atlas.ts'
import { cssOf } from '../../plot/plane/ramp.ts'
import { percent } from './names.ts'
import styles from './Outcomes.module.css'
import { colorOf, type Palette } from './palette.ts'
import { type MapPicture, type SeenMap, sharesOf } from './picture.ts'

interface Props {
  readonly seen: readonly Pick<SeenMap, 'picture' | 'title'>[]
  readonly palette: Palette | undefined
  /** All is as it is; until then some endings are estimates. */
  readonly isWhole: boolean
  /** Read from afar: who is on the way to a minimum stands with those who are there. */
  readonly isShort: boolean
}

/** More are together: nobody reads them all. */
const most = 12

/** What the colours mean, and how much of each map has them. */
export function Outcomes({ seen, palette, isWhole, isShort }: Props) {
  const rows = useMemo(
    () =>
      rowsOf(
        seen.map(({ picture }) => picture),
        isShort,
      ),
    [seen, isShort],
  )
  const others = rows.slice(most)
  const digits = isShort ? 0 : 1
  const hasColors = seen[0]?.picture.map.show === 'outcome'
  return (
    <table className={styles.outcomes} aria-label="Outcomes">
      <thead>
        <tr>
          <th scope="col">
            {isShort ? 'Where runs go; paler: on the way' : 'What becomes of the run'}
            {!isWhole && ', estimated so far'}
          </th>
          {seen.map(({ title }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: maps are told apart by their place
            <th key={i} scope="col">
              {title ?? 'Share'}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, most).map(({ codes, words, shares }) => (
          <tr key={words}>
            <th scope="row">
              {/* A value stays with its name. */}
              {hasColors &&
                palette &&
                codes.map((code) => (
                  <svg key={code} viewBox="0 0 1 1" aria-hidden="true">
                    <rect width={1} height={1} fill={cssOf(colorOf(code, palette))} />
                  </svg>
                ))}
              {(isShort ? words.replace(restsOn, '') : words).replaceAll(' = ', '\u00a0=\u00a0')}
            </th>
            <Shares {...{ shares, digits }} />
          </tr>
        ))}
        {others.length > 0 && (
          <tr>
            <th scope="row">other outcomes</th>
            <Shares
              digits={digits}
              shares={seen.map((_, i) =>
                others.reduce((sum, { shares }) => sum + (shares[i] ?? 0), 0),
              )}
            />
          </tr>
        )}
      </tbody>
    </table>
  )
}

interface Told {
  readonly shares: readonly number[]
  readonly digits: number
}

const Shares = ({ shares, digits }: Told) =>
  shares.map((share, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: maps are told apart by their place
    <td key={i}>{percent(share, digits)}</td>
  ))

interface Row {
  readonly words: string
  /** Whose colours it has. */
  readonly codes: readonly number[]
  readonly shares: number[]
}

/** What happens on any of the maps, that which happens most first. */
function rowsOf(pictures: readonly MapPicture[], isShort: boolean): readonly Row[] {
  const rows = new Map<string, Row>()
  for (const [i, picture] of pictures.entries())
    for (const { code, words: own, share } of sharesOf(picture)) {
      const words = isShort ? (picture.legend[arrivedCode(code)] ?? own) : own
      const known = rows.get(words)
      const shares = known?.shares ?? pictures.map(() => 0)
      shares[i] = (shares[i] ?? 0) + share
      const codes = known?.codes ?? []
      const isNew = codes.every((one) => meaningOf(one).kind !== meaningOf(code).kind)
      rows.set(words, { words, codes: isNew ? [...codes, code].sort(ascending) : codes, shares })
    }
  const total = ({ shares }: Row) => shares.reduce((a, b) => a + b, 0)
  return [...rows.values()].sort((a, b) => total(b) - total(a))
}
