"""The verbs of getting a prize or an honour, once for every expression of this room that asks for them."""

GETTING = "荣获|获得|获评|获颁|荣膺|喜获|斩获|摘得|夺得|赢得|勇夺|捧得|捧回|分获|揽获|收获|问鼎"
"""What is got: 荣获一等奖, 夺得冠军. The lone 获 is asked for by each expression, with what may not follow it."""

TITLED = "被授予|被颁授|被评为|被评选为|被认定为|被命名为|被表彰为|当选"
"""What somebody is made: 被授予先进集体称号, 当选优秀工匠."""
