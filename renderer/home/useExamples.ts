import { useEffect, useState } from 'react'
import type { ExampleInfo } from '../../shared/contract.ts'
import { client } from '../client.ts'
import { attempt } from '../files/attempt.ts'

/** The examples that come with the app; null until the core has listed them. */
export function useExamples(): readonly ExampleInfo[] | null {
  const [examples, setExamples] = useState<readonly ExampleInfo[] | null>(null)
  useEffect(() => attempt(async () => setExamples(await client.listExamples())), [])
  return examples
}
