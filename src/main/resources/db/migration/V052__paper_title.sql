alter table paper modify column title text not null
