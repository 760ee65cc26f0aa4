import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../i18n/format.ts'
import { openDetails } from '../../store/dataView.ts'
import { useSurvey } from '../../store/survey.ts'
import { Button } from '../../ui/buttons/Button.tsx'

/** How many warnings there are about the rows, and the way to them; nothing while there are none. */
export function SurveyChip() {
  const { t } = useTranslation()
  const count = useSurvey()?.warnings.length ?? 0
  if (count === 0) return null
  return (
    <Button
      size="small"
      variant="quiet"
      icon={<TriangleAlert aria-hidden />}
      onPress={() => openDetails('checks')}
    >
      {t('data.survey.count', { count, formatted: formatCount(count) })}
    </Button>
  )
}
