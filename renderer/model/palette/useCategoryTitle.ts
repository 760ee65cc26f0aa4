import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Category } from '../../../shared/layers/define.ts'

/** The name of a category in the page's language. */
export const useCategoryTitle = (): ((category: Category) => string) => {
  const { t } = useTranslation()
  return useCallback((category) => t(`model.category.${category}`), [t])
}
