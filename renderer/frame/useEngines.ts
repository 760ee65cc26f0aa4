import { useEffect, useState } from 'react'
import type { EngineInfo } from '../../shared/engineContract.ts'
import { client } from '../client.ts'

let known: readonly EngineInfo[] | null = null

/** The engines of this machine; empty until the core has looked. */
export function useEngines(): readonly EngineInfo[] {
  const [engines, setEngines] = useState(known ?? [])
  useEffect(() => {
    if (known) return
    client.listEngines().then(
      (found) => {
        known = found
        setEngines(found)
      },
      // Asked again when the next view needs it.
      () => undefined,
    )
  }, [])
  return engines
}
