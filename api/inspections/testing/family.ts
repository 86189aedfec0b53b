import type { Answers, Visit } from '../form-answers.contract.ts'

/** A made-up family: a father in casual work, a mother at home, a child of ten with a disability. */
export const FAMILY: Visit = {
  visitedOn: '2026-11-22',
  mode: 'home',
  kind: 'needy',
  members: [
    { ref: 'p1', name: 'Ali Deniz', bornOn: '1986-05-02', sex: 'male', role: 'head', isNew: false },
    { ref: 'p2', name: 'Ayşe Deniz', bornOn: '1990-11-23', sex: 'female', role: 'spouse', isNew: false },
    { ref: 'p3', name: 'Can Deniz', bornOn: '2016-01-10', sex: 'male', role: 'child', isNew: false },
  ],
}

const HOUSEHOLD: Answers['household'] = {
  consent: { value: true },
  language: { value: 'turkish' },
  present: { value: ['p1', 'p2'] },
  somebody_else: { value: false },
  address_right: { value: true },
  tenure: { value: 'tenant' },
  rent: { value: 850_000 },
  dwelling_kind: { value: 'flat' },
  dwelling_condition: { value: 'worn' },
  heating: { value: 'stove' },
  rooms: { value: 3 },
  shared_income: { value: ['none'] },
  expense_food: { value: 600_000 },
  expense_utilities: { value: 150_000 },
  expense_medicine: { value: 50_000 },
  expense_education: { value: 40_000 },
  expense_care: { value: 0 },
  expense_debt: { value: 100_000 },
  expenses_note: { value: 'Dedesi destek oluyor.' },
  assets: { value: ['none'] },
  events: { value: ['job_loss'] },
  needs_said: { value: 'Kışlık yakacak ve okul ihtiyaçları.' },
  observation: { value: 'Ev temiz, salonda nem var. Çocuğun odası ısınmıyor.' },
  safety: { value: ['none'] },
  urgent: { value: false },
  contradicted: { value: false },
  opinion: { value: 'in_need' },
  opinion_reason: { value: 'Gelir düzensiz, çocuğun tedavi giderleri var.' },
}

const PEOPLE: Answers['people'] = {
  p1: {
    lives_here: { value: 'yes' },
    health: { value: ['none'] },
    income_sources: { value: ['casual_work'] },
    income_casual_work: { value: 900_000 },
    school_level: { value: 'primary' },
    work_status: { value: 'casual' },
    insured: { value: false },
    seeks_work: { value: true },
  },
  p2: {
    lives_here: { value: 'yes' },
    health: { value: ['none'] },
    income_sources: { value: ['none'] },
    school_level: { value: 'middle' },
    work_status: { value: 'homemaker' },
    seeks_work: { value: false },
  },
  p3: {
    lives_here: { value: 'yes' },
    health: { value: ['disability'] },
    disability_percent: { value: 40 },
    disability_report: { value: true },
    attends_school: { value: true },
    school_level: { value: 'primary' },
  },
}

/** Everything the form asks of FAMILY, answered; a fresh copy. */
export function familyAnswers(): Answers {
  return structuredClone({ household: HOUSEHOLD, people: PEOPLE })
}
