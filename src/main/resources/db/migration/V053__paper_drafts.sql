update paper set reference = null where state = 'DRAFT'
