/** A sentence or label in every language the product speaks. */
export interface Words {
  readonly en: string
  readonly ko: string
}

export type Language = keyof Words
