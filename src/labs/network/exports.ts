// What can be taken away from a training: loaded when someone asks for it.
import { download } from '../../state/files.ts'
import type { ExportItem } from '../../state/lab/lab.ts'
import type { NetworkLab } from '../../state/networks/networks.ts'

export const exportsOf = (lab: NetworkLab): readonly ExportItem[] => [
  {
    name: 'JSON',
    hint: 'this experiment, for Open',
    save: () => download('network.json', lab.file()),
  },
]
