import { saveBlob } from '../../files/saveBlob.ts'
import { formatCount } from '../../i18n/format.ts'
import { i18n } from '../../i18n/i18n.ts'
import { analysisOf } from '../../store/analysis.ts'
import { currentProject } from '../../store/document.ts'
import { showToast } from '../../ui/toasts/toasts.ts'
import { type Look, tokenColours } from '../../ui/theme/tokenColours.ts'
import { graphPicture, type Picture } from './graphPicture.ts'
import { pictureTokens } from './pictureColours.ts'
import { pictureParts } from './pictureParts.ts'
import { pngOf } from './pngOf.ts'

/** What is asked for: a kind of file, the look of the page, and the nodes to show, all when empty. */
export interface PictureWish {
  readonly kind: 'svg' | 'png'
  readonly look: Look
  readonly selection: readonly string[]
}

const pictureOf = ({ look, selection }: PictureWish): Picture | null => {
  const project = currentProject()
  const analysis = analysisOf(project)
  const language = i18n.language === 'ko' ? 'ko' : 'en'
  const parts = pictureParts(project, analysis, language, selection)
  const description = i18n.t('model.picture.description', {
    nodes: formatCount(parts.cards.length),
    edges: formatCount(parts.edges.length),
    parameters: formatCount(analysis.parameters.total),
  })
  const colours = tokenColours(pictureTokens, look)
  return graphPicture(parts, { title: project.name, description }, { colours, t: i18n.t, language })
}

/** Saves the graph as a picture. */
export async function savePicture(wish: PictureWish): Promise<void> {
  const picture = pictureOf(wish)
  if (!picture) return
  const file = `${currentProject().name || 'model'}.${wish.kind}`
  if (wish.kind === 'svg') {
    saveBlob(file, new Blob([picture.svg], { type: 'image/svg+xml' }))
    return
  }
  const png = await pngOf(picture)
  if (png) saveBlob(file, png)
  else showToast({ tone: 'danger', text: i18n.t('model.picture.tooLarge') })
}
