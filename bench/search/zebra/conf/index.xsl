<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:z="http://indexdata.com/zebra-2.0" xmlns:m="http://www.loc.gov/MARC21/slim" exclude-result-prefixes="m">
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:template match="text()"/>
  <xsl:template match="m:record">
    <z:record z:id="{normalize-space(m:controlfield[@tag='001'])}">
      <xsl:apply-templates/>
      <z:index name="any:w"><xsl:for-each select="m:datafield[@tag='100' or @tag='245' or @tag='260' or @tag='490' or @tag='650' or @tag='700']/m:subfield"><xsl:value-of select="."/><xsl:text> </xsl:text></xsl:for-each></z:index>
    </z:record>
  </xsl:template>
  <xsl:template match="m:controlfield[@tag='001']"><z:index name="id:0"><xsl:value-of select="normalize-space(.)"/></z:index></xsl:template>
  <xsl:template match="m:controlfield[@tag='008']">
    <z:index name="date:y date:s"><xsl:value-of select="substring(.,8,4)"/></z:index>
    <z:index name="lang:0"><xsl:value-of select="substring(.,36,3)"/></z:index>
  </xsl:template>
  <xsl:template match="m:datafield[@tag='020']/m:subfield[@code='a']"><z:index name="isbn:0"><xsl:value-of select="translate(.,'- ','')"/></z:index></xsl:template>
  <xsl:template match="m:datafield[@tag='022']/m:subfield[@code='a']"><z:index name="issn:0"><xsl:value-of select="translate(.,'- ','')"/></z:index></xsl:template>
  <xsl:template match="m:datafield[@tag='100' or @tag='110' or @tag='700' or @tag='710']"><z:index name="author:w author:p author:s"><xsl:value-of select="m:subfield[@code='a']"/></z:index></xsl:template>
  <xsl:template match="m:datafield[@tag='245']"><z:index name="title:w title:p title:s"><xsl:value-of select="normalize-space(translate(concat(m:subfield[@code='a'],' ',m:subfield[@code='b']),'/:','  '))"/></z:index></xsl:template>
  <xsl:template match="m:datafield[@tag='260' or @tag='264']/m:subfield[@code='b']"><z:index name="publisher:w publisher:p"><xsl:value-of select="."/></z:index></xsl:template>
  <xsl:template match="m:datafield[starts-with(@tag,'6')]"><z:index name="subject:w subject:p"><xsl:variable name="t"><xsl:for-each select="m:subfield"><xsl:value-of select="."/><xsl:text> </xsl:text></xsl:for-each></xsl:variable><xsl:value-of select="normalize-space($t)"/></z:index></xsl:template>
</xsl:stylesheet>
