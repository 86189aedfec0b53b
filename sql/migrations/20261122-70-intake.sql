-- Intake: why an application was withdrawn, the consent texts by version, knocks at the public form.
alter table komsu.application add column withdrawn_reason text check (length(withdrawn_reason) <= 1000);
comment on column komsu.application.withdrawn_reason is 'Why the applicant withdrew it, as they said.';

create table komsu.consent_text (
  version text not null check (version ~ '^[a-z0-9][a-z0-9.-]{0,40}$'),
  language text not null check (language in ('tr', 'en')),
  valid_from date not null,
  title text not null,
  body text not null,
  recorded_at timestamptz not null default now(),
  primary key (version, language)
);
comment on table komsu.consent_text is 'What an applicant is told about their data (KVKK art. 10) and agrees to (art. 5–6), by version and language. Only ever added: what was read out stays as it was.';
comment on column komsu.consent_text.version is 'Version kept with each application.';
comment on column komsu.consent_text.language is 'tr or en.';
comment on column komsu.consent_text.valid_from is 'First day it is read out.';
comment on column komsu.consent_text.title is 'Heading.';
comment on column komsu.consent_text.body is 'Text; paragraphs are parted by an empty line.';
comment on column komsu.consent_text.recorded_at is 'When it was written down.';
create trigger only_added before update or delete or truncate on komsu.consent_text
  for each statement execute function komsu.refuse_change();
insert into komsu.consent_text (version, language, valid_from, title, body) values
('2026-11', 'tr', '2024-01-01', 'Kişisel verileriniz hakkında',
'Başvurunuzu inceleyebilmek için sizin ve hanenizde yaşayanların kimlik, adres, iletişim, gelir, eğitim ve varsa sağlık bilgilerini kaydediyoruz. Veri sorumlusu büyükşehir belediyesidir.

Bu bilgileri yalnızca sosyal yardım başvurunuzu değerlendirmek, sonucunu size bildirmek ve yardımı ulaştırmak için kullanıyoruz. Dosyanızı yalnızca başvurunuzla ilgilenen görevliler görür; her bakan kayda geçer.

Beyanınızı doğrulamak için nüfus, sosyal güvenlik, tapu, vergi ve diğer sosyal yardım kurumlarına sorabiliriz. Bilgilerinizi reklam için kullanmaz, ilgisi olmayan kimseye vermeyiz.

Sağlık bilgisi vermek zorunda değilsiniz. Verirseniz, engel veya hastalık durumunuzun değerlendirmede dikkate alınması için kaydedilmesine açık rıza vermiş olursunuz. Rızanızı dilediğiniz zaman geri alabilirsiniz.

6698 sayılı Kanun''un 11. maddesine göre kayıtlarınızı öğrenebilir, düzeltilmesini veya silinmesini isteyebilirsiniz. Bunun için herhangi bir Dayanışma Noktasına gelmeniz ya da belediyeye yazmanız yeterlidir.'),
('2026-11', 'en', '2024-01-01', 'About your personal data',
'To look into your application we record the identity, address, contact, income, schooling and, where there is any, health information of you and the people living in your household. The metropolitan municipality is the data controller.

We use it only to assess your application for social aid, to tell you the outcome and to bring you the aid. Only the officers working on your application see your file, and everyone who looks is recorded.

To confirm what you state we may ask the population, social security, land and tax registries and other social aid institutions. We never use your information for advertising and give it to nobody who has no part in this.

You do not have to give health information. If you do, you expressly consent to its being recorded, so that a disability or illness is taken into account. You may withdraw your consent at any time.

Under article 11 of law 6698 you may learn what is recorded about you and ask for it to be corrected or deleted. Come to any Solidarity Point or write to the municipality.');

create table komsu.web_knock (
  id bigint generated always as identity primary key,
  address_hash bytea not null,
  kind text not null check (kind in ('send', 'look')),
  at timestamptz not null default now()
);
comment on table komsu.web_knock is 'Who knocked at the public form how often, by the salted hash of the network address; swept after a day.';
comment on column komsu.web_knock.id is 'Key.';
comment on column komsu.web_knock.address_hash is 'HMAC of the network address with the salt of the day.';
comment on column komsu.web_knock.kind is 'send (an application) or look (for a tracking number).';
comment on column komsu.web_knock.at is 'When.';
create index on komsu.web_knock (address_hash, kind, at);
create index on komsu.web_knock (at);
