import { useMemo } from 'react'
import { keepFocus } from '../../../panels/run/keepFocus.ts'
import { forget } from '../../../state/networks/runEdits.ts'
import { useNetworkLab, useNetworkState } from '../useNetwork.ts'
import styles from './Runs.module.css'
import { storyOf } from './story.ts'

/** What was changed while it trained: each a way there, and as if it had never been. Nothing where nothing was. */
export function Story() {
  const lab = useNetworkLab()
  const experiment = useNetworkState((state) => state.experiment)
  const prepared = useNetworkState((state) => state.prepared)
  const story = useMemo(() => storyOf(experiment, prepared), [experiment, prepared])
  if (story.length === 0) return null
  return (
    <div className={styles.story}>
      <h2>Changed while it trained</h2>
      <ul>
        {story.map(({ at, epoch, place, isReached, words, run }) => (
          <li key={place} data-run={prepared.runs.length > 1 ? run : undefined}>
            <p>
              from{' '}
              {isReached ? (
                <button type="button" className={styles.there} onClick={() => lab.seek(at)}>
                  batch {at} (epoch {epoch})
                </button>
              ) : (
                `batch ${at}, after the last one`
              )}
              : {words}
            </p>
            <button
              type="button"
              className={styles.forget}
              data-forgets
              aria-label={`Forget ${words} from batch ${at}`}
              onClick={({ currentTarget }) =>
                keepFocus(currentTarget, ['[data-forgets]', '[data-adds]'], () =>
                  lab.change(forget(place)),
                )
              }
            >
              Forget
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
