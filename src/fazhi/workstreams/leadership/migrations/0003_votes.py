from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('leadership', '0002_duties'),
    ]

    operations = [
        migrations.AddField(
            model_name='agendaitem',
            name='in_favour',
            field=models.PositiveSmallIntegerField(default=0, verbose_name='同意人数'),
        ),
    ]
