/**
 * sif-1: the Social Inquiry Form that ships. The city's own form (Ek-1 of the directive) is not public, so this is a
 * proposal made from DOMAIN.md §3, 000 and 001 · 9, 19.6–19.11; an office adds its own version beside it. Pure.
 */
import type { FormDefinition } from './form-definition.contract.ts'
import { OBSERVATION } from './sif-1-closing.rules.ts'
import { DWELLING } from './sif-1-dwelling.rules.ts'
import { FACTS, PROPOSALS } from './sif-1-facts.rules.ts'
import { HEALTH } from './sif-1-health.rules.ts'
import { SCHOOL, WORK } from './sif-1-learning.rules.ts'
import { ASSETS, EVENTS } from './sif-1-living.rules.ts'
import { EXPENSE, INCOME } from './sif-1-means.rules.ts'
import { NEEDS } from './sif-1-needs.rules.ts'
import { HOUSEHOLD, VISIT } from './sif-1-visit.rules.ts'
import { w } from './sif-1-words.rules.ts'

export const SOCIAL_INQUIRY_FORM: FormDefinition = {
  version: 'sif-1',
  title: w('Sosyal İnceleme Formu', 'Social Inquiry Form'),
  note: w(
    'Komşu ile gelen öneri formdur; Yardım Komisyonunun onayladığı form (Ek-1) ile değiştirilir.',
    'The form proposed by Komşu; to be replaced by the one the commission approved (Ek-1).',
  ),
  sections: [VISIT, HOUSEHOLD, DWELLING, INCOME, EXPENSE, HEALTH, SCHOOL, WORK, ASSETS, EVENTS, NEEDS, OBSERVATION],
  facts: FACTS,
  proposals: PROPOSALS,
  marks: { urgent: { is: ['urgent', true] }, falseStatement: { is: ['contradicted', true] } },
}
